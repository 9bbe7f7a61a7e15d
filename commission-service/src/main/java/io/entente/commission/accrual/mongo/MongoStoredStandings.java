package io.entente.commission.accrual.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import io.entente.commission.accrual.standings.ClientStanding;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.accrual.standings.StoredStandings;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores standings in {@code client_standings}, with partner and client as {@code _id}, and in
 * {@code referral_standings}, with partner, client and referral as {@code _id}.
 */
@Repository
class MongoStoredStandings implements StoredStandings {

    static final String CLIENTS = "client_standings";
    static final String REFERRALS = "referral_standings";

    private static final String FIRST = "firstClosedOn";
    private static final String UP_TO = "upTo";

    private final MongoOperations mongo;

    MongoStoredStandings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public ClientStanding client(PartnerId partner, String clientKey) {
        Document stored = find(CLIENTS, CompositeId.of(partner.value(), clientKey));
        if (stored == null) {
            return ClientStanding.NONE;
        }
        SortedMap<CurrencyUnit, Money> revenue = new TreeMap<>();
        for (Document amount : stored.getList("revenue", Document.class)) {
            Money money = Fields.readMoney(amount);
            revenue.put(money.getCurrencyUnit(), money);
        }
        return new ClientStanding(Fields.number(stored, UP_TO), revenue);
    }

    @Override
    public ReferralStanding referral(PartnerId partner, String clientKey, String referralId) {
        Document stored = find(REFERRALS, CompositeId.of(partner.value(), clientKey, referralId));
        return stored == null
                ? ReferralStanding.NONE
                : new ReferralStanding(
                        Fields.number(stored, UP_TO),
                        new ReferralDeals(Fields.number(stored, "deals"), day(stored.getString(FIRST))));
    }

    @Override
    public void put(PartnerId partner, String clientKey, ClientStanding standing) {
        put(
                CLIENTS,
                CompositeId.of(partner.value(), clientKey),
                standing.upTo(),
                set(
                        "revenue",
                        standing.revenue().values().stream().map(Fields::money).toList()));
    }

    @Override
    public void put(PartnerId partner, String clientKey, String referralId, ReferralStanding standing) {
        LocalDate first = standing.deals().firstClosedOn();
        if (standing.upTo() > 0) {
            put(
                    REFERRALS,
                    CompositeId.of(partner.value(), clientKey, referralId),
                    standing.upTo(),
                    combine(
                            set("deals", standing.deals().earlier()),
                            first == null ? unset(FIRST) : set(FIRST, first.toString())));
        }
    }

    private static @Nullable LocalDate day(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }

    private void put(String name, String id, long upTo, Bson figures) {
        try {
            mongo.execute(
                    name,
                    collection -> collection.updateOne(
                            and(eq("_id", id), lt(UP_TO, upTo)),
                            combine(set(UP_TO, upTo), figures),
                            new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException furtherAlong) {
            // The stored standing is at least as far along the chain.
        }
    }

    private @Nullable Document find(String name, String id) {
        return mongo.execute(name, collection -> collection.find(eq("_id", id)).first());
    }
}
