package io.entente.commission.deals.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.mongo.ReferralCounters.Count;
import io.entente.commission.documents.CompositeId;
import io.entente.commission.documents.Fields;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Stores referrals in {@code submitted_referrals} by partner and day, and in {@code counted_referrals} by partner
 * and referral. The second collection says what of each referral is counted in {@link ReferralCounters}. It knows
 * only referrals that were submitted after this service began to consume them.
 */
@Repository
class MongoSubmittedReferrals implements SubmittedReferrals {

    static final String COLLECTION = "submitted_referrals";

    private final MongoOperations mongo;
    private final CreditedDeals deals;
    private final ReferralCounters counters;

    MongoSubmittedReferrals(MongoOperations mongo, CreditedDeals deals) {
        this.mongo = mongo;
        this.deals = deals;
        this.counters = new ReferralCounters(mongo);
    }

    @Override
    public void add(PartnerId partner, Submitted referral) {
        String id =
                CompositeId.of(partner.value(), referral.on().toString(), referral.referralId(), referral.clientKey());
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(new Document("_id", id)));
        } catch (DuplicateKeyException known) {
            // A crash may have prevented the count, so it is repeated. A referral that is already counted does not
            // change.
        }
        counters.register(partner, referral);
        counters.count(partner, referral.referralId(), Count.SUBMITTED);
        if (deals.hasDeal(partner, referral.clientKey(), referral.referralId())) {
            counters.count(partner, referral.referralId(), Count.WON);
        }
    }

    @Override
    public void won(Collection<Credited> won) {
        List<String> ids = won.stream()
                .map(deal -> CompositeId.of(deal.partnerId().value(), deal.referralId()))
                .distinct()
                .toList();
        for (Document open : find(ReferralCounters.REFERRALS, in("_id", ids))) {
            if (ReferralCounters.isOpen(open) && isWon(Fields.text(open, "_id"), won)) {
                List<String> parts = CompositeId.parts(Fields.text(open, "_id"));
                counters.count(new PartnerId(parts.get(0)), parts.get(1), Count.WON);
            }
        }
    }

    /** A deal that is delivered again after it was reversed, or refused as a self-referral, wins nothing. */
    private boolean isWon(String referral, Collection<Credited> won) {
        return won.stream()
                .filter(deal -> referral.equals(CompositeId.of(deal.partnerId().value(), deal.referralId())))
                .anyMatch(deal -> !deal.refused()
                        && deals.ofDeal(deal.dealId()).stream()
                                .filter(known -> known.partnerId().equals(deal.partnerId()))
                                .allMatch(Credited::counts));
    }

    @Override
    public void recount(Collection<Credited> changed) {
        Map<String, Credited> byReferral = new LinkedHashMap<>();
        changed.forEach(
                deal -> byReferral.putIfAbsent(CompositeId.of(deal.partnerId().value(), deal.referralId()), deal));
        for (Document known : find(ReferralCounters.REFERRALS, in("_id", byReferral.keySet()))) {
            Credited deal = Objects.requireNonNull(byReferral.get(Fields.text(known, "_id")));
            if (deals.hasDeal(deal.partnerId(), deal.clientKey(), deal.referralId())) {
                counters.count(deal.partnerId(), deal.referralId(), Count.WON);
            } else {
                counters.uncountWon(deal.partnerId(), deal.referralId());
            }
        }
    }

    @Override
    public Counted count(PartnerId partner, LocalDate from, LocalDate to) {
        return counters.sum(partner, from, to);
    }

    @Override
    public List<Known> find(PartnerId partner, Collection<String> referralIds) {
        List<String> ids = referralIds.stream()
                .map(referral -> CompositeId.of(partner.value(), referral))
                .toList();
        return find(ReferralCounters.REFERRALS, in("_id", ids)).stream()
                .map(stored -> new Known(
                        CompositeId.parts(Fields.text(stored, "_id")).get(1),
                        LocalDate.parse(Fields.text(stored, "on")),
                        ReferralCounters.isOpen(stored)))
                .toList();
    }

    @Override
    public List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to) {
        String start = CompositeId.of(partner.value(), from.toString());
        String end = CompositeId.of(partner.value(), to.plusDays(1).toString());
        return find(COLLECTION, and(gte("_id", start), lt("_id", end))).stream()
                .map(stored -> CompositeId.parts(Fields.text(stored, "_id")))
                .map(parts -> new Submitted(parts.get(2), parts.get(3), LocalDate.parse(parts.get(1))))
                .toList();
    }

    /** Counts the referrals that were submitted before the counters existed. This happens once for each database. */
    void countEarlier() {
        if (counters.isComplete()) {
            return;
        }
        mongo.execute(COLLECTION, collection -> {
            for (Document stored : collection.find()) {
                List<String> parts = CompositeId.parts(Fields.text(stored, "_id"));
                add(
                        new PartnerId(parts.get(0)),
                        new Submitted(parts.get(2), parts.get(3), LocalDate.parse(parts.get(1))));
            }
            return COLLECTION;
        });
        counters.complete();
    }

    private List<Document> find(String name, Bson query) {
        List<Document> found =
                mongo.execute(name, collection -> collection.find(query).into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }
}
