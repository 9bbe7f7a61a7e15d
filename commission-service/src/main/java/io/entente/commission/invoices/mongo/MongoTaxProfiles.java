package io.entente.commission.invoices.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.documents.CompositeId;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileChange.State;
import io.entente.commission.invoices.vat.changes.TaxProfileChanges;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Tax profiles in the collection {@code tax_profiles}: one document per version, with {@code _id} partner and version, each with its
 * outbox.
 */
@Repository
class MongoTaxProfiles implements TaxProfiles, TaxProfileChanges {

    static final String COLLECTION = "tax_profiles";

    private final AggregateStore<TaxProfileChange, TaxProfileEvent, TaxProfileDocument> store;

    MongoTaxProfiles(AggregateStores stores, EventRecorder recorder) {
        this.store = stores.of(new TaxProfileMapping(recorder));
    }

    @Override
    public Optional<TaxProfileChange> applying(PartnerId partner) {
        return last(applies(within(partner)));
    }

    @Override
    public Optional<TaxProfileChange> last(PartnerId partner) {
        return last(within(partner));
    }

    @Override
    public Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day) {
        return last(applies(within(partner)).and("effectiveFrom").lte(day.toString()))
                .map(TaxProfileChange::profile);
    }

    @Override
    public Optional<TaxProfile> version(PartnerId partner, long version) {
        return store.find(TaxProfileDocument.idOf(partner, version)).map(TaxProfileChange::profile);
    }

    @Override
    public Page<TaxProfileChange> history(PartnerId partner, PageRequest page) {
        Criteria after = page.after() == null
                ? within(partner)
                : where("_id").gt(page.after()).lt(CompositeId.after(partner.value()));
        List<TaxProfileChange> found =
                store.find(new Query(after).with(Sort.by("_id")).limit(page.fetch()));
        return Page.of(
                found,
                page,
                change -> TaxProfileDocument.idOf(partner, change.profile().version()));
    }

    @Override
    public boolean add(Change<TaxProfileChange, TaxProfileEvent> added) {
        return store.insert(added, null).isPresent();
    }

    @Override
    public Optional<Decision<TaxProfileChange>> change(
            PartnerId partner,
            long version,
            Function<TaxProfileChange, Decision<Change<TaxProfileChange, TaxProfileEvent>>> decide) {
        return store.change(TaxProfileDocument.idOf(partner, version), decide)
                .map(decision -> decision.map(Saved::state));
    }

    private Optional<TaxProfileChange> last(Criteria criteria) {
        Query query =
                new Query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        return store.find(query).stream().findFirst();
    }

    /** A version from before there were states applies. */
    private static Criteria applies(Criteria criteria) {
        return criteria.and("state").nin(State.WAITING, State.REFUSED);
    }

    private static Criteria within(PartnerId partner) {
        return where("_id").gt(CompositeId.of(partner.value(), "")).lt(CompositeId.after(partner.value()));
    }
}
