package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.Engagement;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.KnownKeys;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores credited deals in {@code credited_deals}. The {@code _id} consists of partner, client, referral and deal,
 * so all deals of a partner with one client, or on one referral, form a range. The unique {@code key} consists of
 * deal and credit, or of deal and partner after a correction.
 */
@Repository
class MongoCreditedDeals implements CreditedDeals {

    static final String COLLECTION = "credited_deals";
    static final String KEY = "key";

    private static final String ENGAGEMENT = "engagement";
    private static final String REVERSED = "reversed";
    private static final String REFUSED = "refused";

    /** Marks the credit of a partner that a correction took out of the deal. */
    private static final String LEFT = "left";

    private static final int CURSOR_BATCH_DOCUMENTS = 1_000;

    private final MongoOperations mongo;

    MongoCreditedDeals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Collection<Credited> deals) {
        if (deals.isEmpty()) {
            return;
        }
        List<Document> documents =
                deals.stream().map(MongoCreditedDeals::document).toList();
        KnownKeys.ignored(() -> mongo.execute(
                COLLECTION, collection -> collection.insertMany(documents, new InsertManyOptions().ordered(false))));
    }

    @Override
    public void replace(Collection<Credited> now, Collection<Credited> left) {
        now.forEach(credited -> replace(document(credited).append(KEY, keyOf(credited))));
        left.forEach(credited ->
                replace(document(credited).append(KEY, keyOf(credited)).append(LEFT, true)));
    }

    private void replace(Document document) {
        mongo.execute(
                COLLECTION,
                collection -> collection.replaceOne(
                        eq("_id", text(document, "_id")), document, new ReplaceOptions().upsert(true)));
    }

    /** The key of a credit that was replaced. It names the partner, because two partners can change their places. */
    private static String keyOf(Credited credited) {
        return CompositeId.of(credited.dealId(), "of", credited.partnerId().value());
    }

    @Override
    public List<Credited> ofDeal(String dealId) {
        return find(and(gte(KEY, CompositeId.of(dealId) + "/"), lt(KEY, CompositeId.after(dealId)))).stream()
                .filter(MongoCreditedDeals::isCredited)
                .map(MongoCreditedDeals::credited)
                .sorted(Comparator.comparing(Credited::index))
                .toList();
    }

    @Override
    public List<Credited> registered(Collection<CreditedDeal> deals) {
        List<String> ids = deals.stream()
                .map(deal ->
                        CompositeId.of(deal.partnerId().value(), deal.client().key(), deal.referralId(), deal.dealId()))
                .distinct()
                .toList();
        return find(in("_id", ids)).stream().map(MongoCreditedDeals::credited).toList();
    }

    @Override
    public boolean hasDeal(PartnerId partner, String clientKey, String referralId) {
        Document found = mongo.execute(COLLECTION, collection -> collection
                .find(and(
                        CompositeId.within(partner.value(), clientKey, referralId),
                        ne(REVERSED, true),
                        ne(REFUSED, true),
                        ne(LEFT, true)))
                .projection(include("_id"))
                .limit(1)
                .first());
        return found != null;
    }

    @Override
    public Stream<Credited> ofPartner(PartnerId partner, @Nullable String clientKey) {
        Bson range = clientKey == null
                ? CompositeId.within(partner.value())
                : CompositeId.within(partner.value(), clientKey);
        return find(range).stream().filter(MongoCreditedDeals::isCredited).map(MongoCreditedDeals::credited);
    }

    private static boolean isCredited(Document stored) {
        return !stored.containsKey(LEFT);
    }

    private List<Document> find(Bson query) {
        List<Document> found = mongo.execute(
                COLLECTION,
                collection ->
                        collection.find(query).batchSize(CURSOR_BATCH_DOCUMENTS).into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }

    private static Document document(Credited credited) {
        PricedDeal deal = credited.deal();
        Document document = new Document(
                        "_id",
                        CompositeId.of(
                                credited.partnerId().value(),
                                credited.clientKey(),
                                credited.referralId(),
                                credited.dealId()))
                .append(KEY, CompositeId.of(credited.dealId(), Integer.toString(credited.index())))
                .append("index", credited.index())
                .append("amount", deal.basis().getAmount().toPlainString())
                .append("currency", deal.basis().getCurrencyUnit().getCode())
                .append("closedOn", deal.closedOn().toString())
                .append("direction", deal.direction().name())
                .append("involvement", deal.involvement().name())
                .append("retainer", deal.retainer())
                .append(
                        "credit",
                        deal.credit().stream()
                                .map(part -> new Document(
                                                "partnerId", part.partnerId().value())
                                        .append("role", part.role())
                                        .append("share", part.share().toString()))
                                .toList());
        Fraction revenueShare = deal.revenueShare();
        if (revenueShare != null) {
            document.append("revenueShare", revenueShare.toString());
        }
        Engagement engagement = credited.engagement();
        if (engagement != null) {
            document.append(ENGAGEMENT, DealDates.write(engagement));
        }
        if (credited.refused()) {
            document.append(REFUSED, true);
        }
        return credited.reversed() ? document.append(REVERSED, true) : document;
    }

    private static Credited credited(Document stored) {
        List<String> parts = CompositeId.parts(text(stored, "_id"));
        @Nullable String revenueShare = stored.getString("revenueShare");
        PricedDeal deal = PricedDeal.closed(
                parts.get(3),
                Money.of(CurrencyUnit.of(text(stored, "currency")), new BigDecimal(text(stored, "amount"))),
                LocalDate.parse(text(stored, "closedOn")),
                Direction.valueOf(text(stored, "direction")),
                Involvement.valueOf(text(stored, "involvement")),
                Boolean.TRUE.equals(stored.getBoolean("retainer")),
                revenueShare == null ? null : Fraction.of(revenueShare),
                stored.getList("credit", Document.class).stream()
                        .map(part -> new Credit(
                                new PartnerId(text(part, "partnerId")),
                                text(part, "role"),
                                Fraction.of(text(part, "share"))))
                        .toList());
        return new Credited(
                Objects.requireNonNull(stored.getInteger("index")),
                new PartnerId(parts.get(0)),
                parts.get(2),
                parts.get(1),
                deal,
                DealDates.read(stored.get(ENGAGEMENT, Document.class)),
                Boolean.TRUE.equals(stored.getBoolean(REVERSED)),
                Boolean.TRUE.equals(stored.getBoolean(REFUSED)));
    }

    private static String text(Document stored, String field) {
        return Objects.requireNonNull(stored.getString(field), field);
    }
}
