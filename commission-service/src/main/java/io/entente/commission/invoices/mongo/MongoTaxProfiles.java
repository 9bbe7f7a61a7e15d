package io.entente.commission.invoices.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.documents.CompositeId;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Tax profiles in the collection {@code tax_profiles}: one document per version, with {@code _id} partner and version. */
@Repository
class MongoTaxProfiles implements TaxProfiles {

    static final String COLLECTION = "tax_profiles";

    private final MongoOperations mongo;

    MongoTaxProfiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<TaxProfile> latest(PartnerId partner) {
        return last(within(partner));
    }

    @Override
    public Optional<TaxProfile> effectiveOn(PartnerId partner, LocalDate day) {
        return last(within(partner).and("effectiveFrom").lte(day.toString()));
    }

    @Override
    public Optional<TaxProfile> version(PartnerId partner, long version) {
        return Optional.ofNullable(
                        mongo.findById(ProfileDocument.idOf(partner, version), ProfileDocument.class, COLLECTION))
                .map(ProfileDocument::toProfile);
    }

    @Override
    public Page<TaxProfile> history(PartnerId partner, PageRequest page) {
        Criteria after = page.after() == null
                ? within(partner)
                : where("_id").gt(page.after()).lt(CompositeId.after(partner.value()));
        List<ProfileDocument> found = mongo.find(
                new Query(after).with(Sort.by("_id")).limit(page.fetch()), ProfileDocument.class, COLLECTION);
        return Page.of(found, page, ProfileDocument::id).map(ProfileDocument::toProfile);
    }

    @Override
    public void append(TaxProfile profile) {
        try {
            mongo.insert(ProfileDocument.of(profile), COLLECTION);
        } catch (DuplicateKeyException taken) {
            throw new ConcurrentUpdateException(
                    "The tax profile of %s has changed in the meantime".formatted(profile.partnerId()), taken);
        }
    }

    private Optional<TaxProfile> last(Criteria criteria) {
        Query query =
                new Query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        return mongo.find(query, ProfileDocument.class, COLLECTION).stream()
                .map(ProfileDocument::toProfile)
                .findFirst();
    }

    private static Criteria within(PartnerId partner) {
        return where("_id").gt(CompositeId.of(partner.value(), "")).lt(CompositeId.after(partner.value()));
    }

    /** The stored form of a version. Days are text, which sorts. */
    record ProfileDocument(
            @Id String id,
            String partnerId,
            String effectiveFrom,
            TaxStatus status,
            Party party,
            @Nullable Boolean reverseCharge,
            String withholdingRate,
            @Nullable String withholdingReason,
            @Nullable String selfBillingAgreedOn,
            String changedBy,
            Instant changedAt,
            @Nullable VatIdCheck vatIdCheck,
            long version) {

        static String idOf(PartnerId partner, long version) {
            return CompositeId.of(partner.value(), "%08d".formatted(version));
        }

        static ProfileDocument of(TaxProfile profile) {
            LocalDate agreed = profile.selfBillingAgreedOn();
            return new ProfileDocument(
                    idOf(profile.partnerId(), profile.version()),
                    profile.partnerId().value(),
                    profile.effectiveFrom().toString(),
                    profile.status(),
                    profile.party(),
                    profile.reverseCharge(),
                    profile.withholdingRate().toPlainString(),
                    profile.withholdingReason(),
                    agreed == null ? null : agreed.toString(),
                    profile.changedBy(),
                    profile.changedAt(),
                    profile.vatIdCheck(),
                    profile.version());
        }

        TaxProfile toProfile() {
            return new TaxProfile(
                    new PartnerId(partnerId),
                    LocalDate.parse(effectiveFrom),
                    status,
                    party,
                    reverseCharge,
                    new BigDecimal(withholdingRate),
                    withholdingReason,
                    selfBillingAgreedOn == null ? null : LocalDate.parse(selfBillingAgreedOn),
                    changedBy,
                    changedAt,
                    vatIdCheck,
                    version);
        }
    }
}
