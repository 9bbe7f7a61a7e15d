package io.entente.referral.partners.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.replica.ReplicaTable;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.PartnerName;
import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stores known partners in the collection {@code partners}, a copy of the topic {@code partner.profiles}. */
@Repository
class MongoKnownPartners implements KnownPartners {

    static final String COLLECTION = "partners";

    /** The longest time for which an instance uses a profile that another instance has replaced. */
    static final Duration FRESH_FOR = Duration.ofSeconds(10);

    /** Two are enough to know that a name is ambiguous. */
    private static final int NAMESAKES = 2;

    private final MongoOperations mongo;
    private final ReplicaTable<PartnerDocument, KnownPartner> table;

    MongoKnownPartners(MongoOperations mongo, Ticker ticker) {
        this.mongo = mongo;
        this.table = new ReplicaTable<>(mongo, PartnerDocument.FORM, FRESH_FOR, ticker);
    }

    @Override
    public Optional<KnownPartner> find(String id) {
        return table.find(id);
    }

    @Override
    public List<KnownPartner> named(String name) {
        Query namesakes = query(where("nameKey").is(PartnerName.keyOf(name))).limit(NAMESAKES);
        return mongo.find(namesakes, PartnerDocument.class, COLLECTION).stream()
                .map(PartnerDocument::toPartner)
                .toList();
    }

    @Override
    public boolean keep(KnownPartner partner) {
        return table.apply(partner) == Handled.APPLIED;
    }

    @Override
    public boolean erase(String id) {
        return table.erase(id) == Handled.APPLIED;
    }

    /**
     * The stored form of a partner. An import finds it by {@code nameKey}.
     *
     * @param timeZone absent in documents from before zones were stored
     */
    record PartnerDocument(
            @Id String id,
            String name,
            String nameKey,
            String status,
            Tier tier,
            String model,
            String country,
            @Nullable String timeZone,
            long version,
            @Nullable Map<String, String> team,
            @Nullable String statusReason,
            @Nullable String mergedInto) {

        static final ReplicaTable.Form<PartnerDocument, KnownPartner> FORM = new ReplicaTable.Form<>(
                COLLECTION,
                PartnerDocument.class,
                PartnerDocument::toPartner,
                PartnerDocument::of,
                KnownPartner::id,
                KnownPartner::version);

        static PartnerDocument of(KnownPartner partner) {
            return new PartnerDocument(
                    partner.id(),
                    partner.name(),
                    PartnerName.keyOf(partner.name()),
                    partner.status(),
                    partner.tier(),
                    partner.model(),
                    partner.country(),
                    partner.timeZone(),
                    partner.version(),
                    partner.team(),
                    partner.statusReason(),
                    partner.mergedInto());
        }

        KnownPartner toPartner() {
            return new KnownPartner(
                    id,
                    name,
                    status,
                    tier,
                    model,
                    country,
                    timeZone,
                    version,
                    team == null ? Map.of() : team,
                    statusReason,
                    mergedInto);
        }
    }
}
