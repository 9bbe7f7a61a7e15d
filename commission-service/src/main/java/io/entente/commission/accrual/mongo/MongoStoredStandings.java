package io.entente.commission.accrual.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOptions;
import io.entente.commission.accrual.standings.ClientStanding;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.accrual.standings.ReferralStanding.First;
import io.entente.commission.accrual.standings.StoredStandings;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores standings in {@code standings_of_clients}, {@code standings_of_referrals} and {@code standings_of_retainers}. The {@code _id}
 * consists of partner, client, referral or retainer, and the number of the last transaction counted down, so that the last standing up to
 * a transaction is the first one of a range.
 */
@Repository
class MongoStoredStandings implements StoredStandings {

    static final String CLIENTS = "standings_of_clients";
    static final String REFERRALS = "standings_of_referrals";
    static final String RETAINERS = "standings_of_retainers";

    private static final String UP_TO = "upTo";
    private static final String REVENUE = "revenue";
    private static final String DEALS = "deals";
    private static final String FIRSTS = "firsts";

    private final MongoOperations mongo;

    MongoStoredStandings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public ClientStanding client(PartnerId partner, String clientKey, long number) {
        return revenue(find(CLIENTS, number, partner.value(), clientKey));
    }

    @Override
    public ClientStanding retainer(PartnerId partner, String clientKey, String dealId, long number) {
        return revenue(find(RETAINERS, number, partner.value(), clientKey, dealId));
    }

    @Override
    public ReferralStanding referral(PartnerId partner, String clientKey, String referralId, long number) {
        Document stored = find(REFERRALS, number, partner.value(), clientKey, referralId);
        if (stored == null) {
            return ReferralStanding.NONE;
        }
        List<First> firsts = stored.getList(FIRSTS, Document.class).stream()
                .map(first -> new First(
                        Fields.number(first, "number"),
                        Fields.text(first, "deal"),
                        LocalDate.parse(Fields.text(first, "closedOn"))))
                .toList();
        LocalDate closedOn =
                firsts.isEmpty() ? null : firsts.get(firsts.size() - 1).closedOn();
        return new ReferralStanding(
                Fields.number(stored, UP_TO), new ReferralDeals(Fields.number(stored, DEALS), closedOn), firsts);
    }

    @Override
    public void putClient(PartnerId partner, String clientKey, ClientStanding standing) {
        put(CLIENTS, standing.upTo(), revenue(standing), partner.value(), clientKey);
    }

    @Override
    public void putRetainer(PartnerId partner, String clientKey, String dealId, ClientStanding standing) {
        put(RETAINERS, standing.upTo(), revenue(standing), partner.value(), clientKey, dealId);
    }

    @Override
    public void putReferral(PartnerId partner, String clientKey, String referralId, ReferralStanding standing) {
        Document figures = new Document(DEALS, standing.deals().earlier())
                .append(
                        FIRSTS,
                        standing.firsts().stream()
                                .map(first -> new Document("number", first.number())
                                        .append("deal", first.dealId())
                                        .append("closedOn", first.closedOn().toString()))
                                .toList());
        put(REFERRALS, standing.upTo(), figures, partner.value(), clientKey, referralId);
    }

    private static Document revenue(ClientStanding standing) {
        return new Document(
                REVENUE, standing.revenue().values().stream().map(Fields::money).toList());
    }

    private static ClientStanding revenue(@Nullable Document stored) {
        if (stored == null) {
            return ClientStanding.NONE;
        }
        SortedMap<CurrencyUnit, Money> revenue = new TreeMap<>();
        for (Document amount : stored.getList(REVENUE, Document.class)) {
            Money money = Fields.readMoney(amount);
            revenue.put(money.getCurrencyUnit(), money);
        }
        return new ClientStanding(Fields.number(stored, UP_TO), revenue);
    }

    private void put(String name, long upTo, Document figures, String... of) {
        if (upTo > 0) {
            String id = id(upTo, of);
            mongo.execute(
                    name,
                    collection -> collection.replaceOne(
                            eq("_id", id),
                            figures.append("_id", id).append(UP_TO, upTo),
                            new ReplaceOptions().upsert(true)));
        }
    }

    private @Nullable Document find(String name, long number, String... of) {
        return mongo.execute(name, collection -> collection
                .find(and(gte("_id", id(number, of)), lt("_id", CompositeId.after(of))))
                .sort(ascending("_id"))
                .limit(1)
                .first());
    }

    private static String id(long upTo, String... of) {
        return CompositeId.of(Stream.concat(Stream.of(of), Stream.of("%019d".formatted(Long.MAX_VALUE - upTo)))
                .toArray(String[]::new));
    }
}
