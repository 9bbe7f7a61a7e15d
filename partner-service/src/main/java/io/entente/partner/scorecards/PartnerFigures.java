package io.entente.partner.scorecards;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What has happened with a partner in some months. The figures of several months are their sum.
 *
 * @param sent what the partner has referred to the firm
 * @param received what the firm has referred to the partner
 * @param won the referrals of the partner with a deal
 * @param lost the referrals of the partner that ended without one
 * @param revenue deals with clients of the partner, by currency
 * @param given deals of the partner with clients of the firm, by currency
 * @param ratings how many clients have rated
 * @param ratingSum the sum of the ratings, each from 0 to 10
 * @param kept promises that the partner has kept in time
 * @param broken promises that it has not kept in time
 * @param engagements what its people have done beside referring clients
 * @param commission what it has earned, less what was taken back, by currency
 */
public record PartnerFigures(
        Exchanged sent,
        Exchanged received,
        Set<String> won,
        Set<String> lost,
        Map<String, DealSum> revenue,
        Map<String, DealSum> given,
        int ratings,
        int ratingSum,
        int kept,
        int broken,
        int engagements,
        Map<String, Money> commission) {

    /** Nothing has happened. */
    public static final PartnerFigures NONE = new PartnerFigures(
            Exchanged.NONE, Exchanged.NONE, Set.of(), Set.of(), Map.of(), Map.of(), 0, 0, 0, 0, 0, Map.of());

    public PartnerFigures {
        won = Set.copyOf(won);
        lost = Set.copyOf(lost);
        revenue = Map.copyOf(revenue);
        given = Map.copyOf(given);
        commission = Map.copyOf(commission);
    }

    /**
     * Referrals in one direction.
     *
     * @param count all of them
     * @param dismissed those that were declined, withdrawn or duplicates
     * @param followUps the times until somebody followed up
     */
    public record Exchanged(int count, int dismissed, Spans followUps) {

        static final Exchanged NONE = new Exchanged(0, 0, Spans.NONE);

        Exchanged plus(Exchanged other) {
            return new Exchanged(count + other.count, dismissed + other.dismissed, followUps.plus(other.followUps));
        }

        Exchanged plus(PartnerFact referral) {
            Long minutes = referral.followUpMinutes();
            return new Exchanged(
                    count + 1,
                    dismissed + (referral.kind() == PartnerFact.Kind.DISMISSED ? 1 : 0),
                    minutes == null ? followUps : followUps.plus(minutes));
        }

        /** Those for which somebody owes one in return. */
        public int counted() {
            return count - dismissed;
        }
    }

    /** The figures of these facts. */
    public static PartnerFigures of(List<PartnerFact> facts) {
        Counting counting = new Counting();
        facts.forEach(counting::add);
        return counting.figures();
    }

    public PartnerFigures plus(PartnerFigures other) {
        Set<String> allWon = new TreeSet<>(won);
        allWon.addAll(other.won);
        Set<String> allLost = new TreeSet<>(lost);
        allLost.addAll(other.lost);
        Map<String, Money> earned = new TreeMap<>(commission);
        other.commission.forEach((currency, sum) -> earned.merge(currency, sum, Money::plus));
        return new PartnerFigures(
                sent.plus(other.sent),
                received.plus(other.received),
                allWon,
                allLost,
                sum(revenue, other.revenue),
                sum(given, other.given),
                ratings + other.ratings,
                ratingSum + other.ratingSum,
                kept + other.kept,
                broken + other.broken,
                engagements + other.engagements,
                earned);
    }

    /** How many referrals were lost and not won after all. */
    public int lostForGood() {
        return (int) lost.stream().filter(referral -> !won.contains(referral)).count();
    }

    /** The value of deals in a currency; null if there is none. */
    public @Nullable Money revenueIn(String currency) {
        DealSum deals = revenue.get(currency);
        return deals == null ? null : deals.sum();
    }

    private static Map<String, DealSum> sum(Map<String, DealSum> one, Map<String, DealSum> other) {
        Map<String, DealSum> all = new TreeMap<>(one);
        other.forEach((currency, deals) -> all.merge(currency, deals, DealSum::plus));
        return all;
    }

    /** Adds one fact after another. */
    private static final class Counting {

        private Exchanged sent = Exchanged.NONE;
        private Exchanged received = Exchanged.NONE;
        private final Set<String> won = new TreeSet<>();
        private final Set<String> lost = new TreeSet<>();
        private final Map<String, DealSum> revenue = new TreeMap<>();
        private final Map<String, DealSum> given = new TreeMap<>();
        private final Map<String, Money> commission = new TreeMap<>();
        private int ratings;
        private int ratingSum;
        private int kept;
        private int broken;
        private int engagements;

        void add(PartnerFact fact) {
            boolean isToFirm = fact.flow() == Flow.TO_FIRM;
            switch (fact.kind()) {
                case REFERRED, DISMISSED -> {
                    if (isToFirm) {
                        sent = sent.plus(fact);
                    } else {
                        received = received.plus(fact);
                    }
                }
                case WON -> addDeal(fact, isToFirm);
                case LOST -> addReferral(lost, fact, isToFirm);
                case RATED -> {
                    ratings++;
                    ratingSum += fact.rating() == null ? 0 : fact.rating();
                }
                case KEPT -> kept++;
                case BROKEN -> broken++;
                case ENGAGED -> engagements++;
                case COMMISSION -> {
                    Money amount = fact.amount();
                    if (amount != null) {
                        commission.merge(amount.getCurrencyUnit().getCode(), amount, Money::plus);
                    }
                }
                case GONE -> {
                    // It doesn't count any more.
                }
            }
        }

        private void addDeal(PartnerFact fact, boolean isToFirm) {
            Money left = fact.kept();
            if (left != null) {
                addReferral(won, fact, isToFirm);
                (isToFirm ? revenue : given)
                        .merge(left.getCurrencyUnit().getCode(), new DealSum(1, left), DealSum::plus);
            }
        }

        private static void addReferral(Set<String> referrals, PartnerFact fact, boolean isToFirm) {
            if (isToFirm && fact.referralId() != null) {
                referrals.add(fact.referralId());
            }
        }

        PartnerFigures figures() {
            return new PartnerFigures(
                    sent,
                    received,
                    won,
                    lost,
                    revenue,
                    given,
                    ratings,
                    ratingSum,
                    kept,
                    broken,
                    engagements,
                    commission);
        }
    }
}
