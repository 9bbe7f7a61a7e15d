package io.entente.partner.agreements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementEvent;
import io.entente.partner.agreements.AgreementFilter;
import io.entente.partner.agreements.AgreementId;
import io.entente.partner.agreements.Agreements;
import io.entente.partner.agreements.ListedAgreement;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.platform.secrets.DataKeys;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Agreements in the collection {@code agreements}, each with its outbox. */
@Repository
class MongoAgreements implements Agreements {

    static final String COLLECTION = "agreements";
    static final String NEXT_ON = "nextOn";

    /** Sorts before every day. */
    private static final String NO_DAY = "";

    private final IndexedList list;
    private final AggregateStore<Agreement, AgreementEvent, AgreementDocument> store;

    private final DataKeys keys;
    private final Clock clock;

    MongoAgreements(MongoOperations mongo, AggregateStores stores, EventRecorder recorder, DataKeys keys, Clock clock) {
        this.list = new IndexedList(mongo, COLLECTION, ListedAgreement.ORDERS, clock).withChangingKeys();
        this.store = stores.of(new AgreementMapping(recorder));
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Agreement> find(AgreementId id) {
        return store.find(id.value());
    }

    @Override
    public Page<Agreement> list(AgreementFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedAgreement.query(filter), page);
        Map<String, Agreement> found = store.find(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(agreement -> agreement.id().value(), agreement -> agreement));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<AgreementId> due(LocalDate today, int limit) {
        Query due = query(where(NEXT_ON).gt(NO_DAY).lte(today.toString()))
                .with(Sort.by(NEXT_ON))
                .limit(limit);
        return store.find(due).stream().map(Agreement::id).toList();
    }

    @Override
    public boolean add(Change<Agreement, AgreementEvent> drafted, Receipt receipt) {
        return store.insert(drafted, receipt).isPresent();
    }

    @Override
    public Optional<Receipt> receipt(AgreementId id) {
        return store.receipt(id.value());
    }

    @Override
    public Optional<Decision<Agreement>> change(
            AgreementId id, Function<Agreement, Decision<Change<Agreement, AgreementEvent>>> decide) {
        return store.change(id.value(), decide).map(decision -> decision.map(Saved::state));
    }

    /** The key goes last: until then, a repetition can still read what it rewrites. */
    @Override
    public void eraseTexts(PartnerId partner) {
        rewrite(partner, Agreement::erased);
        keys.destroy(dataKey(partner.value()), clock.instant());
    }

    @Override
    public void redactTexts(PartnerId partner, UnaryOperator<String> withoutPerson) {
        rewrite(partner, agreement -> agreement.redacted(withoutPerson));
    }

    private void rewrite(PartnerId partner, Function<Agreement, Change<Agreement, AgreementEvent>> rewrite) {
        PageRequest page = new PageRequest(PageRequest.MAX_LIMIT, null);
        while (true) {
            Page<Agreement> found = store.page(where("partnerId").is(partner.value()), page);
            for (Agreement each : found.items()) {
                store.change(each.id().value(), agreement -> Decision.allowed(rewrite.apply(agreement)));
            }
            if (found.next() == null) {
                return;
            }
            page = new PageRequest(PageRequest.MAX_LIMIT, found.next());
        }
    }

    /** The name of the partner's data key for agreements. Other data of the partner has other keys, because each is erased by itself. */
    static String dataKey(String partner) {
        return partner + "#agreements";
    }
}
