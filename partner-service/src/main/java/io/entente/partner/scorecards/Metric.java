package io.entente.partner.scorecards;

import static io.entente.partner.performance.Flow.TO_FIRM;
import static io.entente.partner.performance.Flow.TO_PARTNER;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a scorecard shows. */
public enum Metric {
    /** Referrals from the partner to the firm. */
    SENT(Unit.COUNT),
    /** Referrals from the firm to the partner. */
    RECEIVED(Unit.COUNT),
    /** Referrals of the partner with a deal. */
    WON_REFERRALS(Unit.COUNT),
    /** The share of the decided referrals of the partner that were won. */
    CONVERSION(Unit.PERCENT),
    /** Deals with clients of the partner. */
    WON_DEALS(Unit.COUNT),
    /** The partner's shares of these deals, less what was reversed. */
    REVENUE(Unit.MONEY),
    /** Revenue by deals. */
    AVERAGE_DEAL(Unit.MONEY),
    /** How long the partner needed until it followed up a referral of the firm. */
    TIME_TO_FOLLOW_UP(Unit.HOURS),
    /** How long the firm needed until it answered a referral of the partner. */
    TIME_TO_RESPOND(Unit.HOURS),
    /** The share of the partner's promises that it has kept in time. */
    RESPONSIVENESS(Unit.PERCENT),
    /** The average rating by clients, from 0 to 10. */
    SATISFACTION(Unit.POINTS),
    /** Referrals from the partner less those to it. Below zero it owes referrals. */
    RECIPROCITY_COUNT(Unit.COUNT),
    /** The value of deals from the partner less that of deals from the firm. */
    RECIPROCITY_VALUE(Unit.MONEY),
    /** What people at the partner have done for the partnership beside referring clients. */
    ENGAGEMENT(Unit.COUNT),
    /** Reviews that the partner has attended. They aren't recorded yet. */
    REVIEWS_ATTENDED(Unit.COUNT),
    /** Campaigns with the partner. They aren't recorded yet. */
    CAMPAIGNS(Unit.COUNT);

    /** What a value is counted in. */
    public enum Unit {
        COUNT,
        PERCENT,
        MONEY,
        HOURS,
        POINTS
    }

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Unit unit;

    Metric(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** The kinds of facts that it is made of. */
    public Set<Kind> kinds() {
        return switch (this) {
            case SENT, RECEIVED, TIME_TO_FOLLOW_UP, TIME_TO_RESPOND -> Set.of(Kind.REFERRED, Kind.DISMISSED);
            case WON_REFERRALS, WON_DEALS, REVENUE, AVERAGE_DEAL, RECIPROCITY_VALUE -> Set.of(Kind.WON);
            case CONVERSION -> Set.of(Kind.WON, Kind.LOST);
            case RESPONSIVENESS -> Set.of(Kind.KEPT, Kind.BROKEN);
            case SATISFACTION -> Set.of(Kind.RATED);
            case RECIPROCITY_COUNT -> Set.of(Kind.REFERRED);
            case ENGAGEMENT -> Set.of(Kind.ENGAGED);
            case REVIEWS_ATTENDED, CAMPAIGNS -> Set.of();
        };
    }

    /** The direction of the referrals that it is about. */
    public Set<Flow> flows() {
        return switch (this) {
            case SENT, WON_REFERRALS, CONVERSION, WON_DEALS, REVENUE, AVERAGE_DEAL, TIME_TO_RESPOND, ENGAGEMENT ->
                Set.of(TO_FIRM);
            case RECEIVED, TIME_TO_FOLLOW_UP -> Set.of(TO_PARTNER);
            case RESPONSIVENESS, SATISFACTION, RECIPROCITY_COUNT, RECIPROCITY_VALUE, REVIEWS_ATTENDED, CAMPAIGNS ->
                Set.of(Flow.values());
        };
    }

    /** Whether the program records what it is made of. */
    public boolean isRecorded() {
        return !kinds().isEmpty();
    }

    /** The value of a metric that isn't money; null if nothing was measured. */
    public @Nullable BigDecimal value(PartnerFigures of) {
        return switch (this) {
            case SENT -> count(of.sent().count());
            case RECEIVED -> count(of.received().count());
            case WON_REFERRALS -> count(of.won().size());
            case CONVERSION -> percent(of.won().size(), of.lostForGood());
            case WON_DEALS ->
                count(of.revenue().values().stream().mapToInt(DealSum::deals).sum());
            case TIME_TO_FOLLOW_UP -> of.received().followUps().averageHours();
            case TIME_TO_RESPOND -> of.sent().followUps().averageHours();
            case RESPONSIVENESS -> percent(of.kept(), of.broken());
            case SATISFACTION ->
                of.ratings() == 0 ? null : count(of.ratingSum()).divide(count(of.ratings()), 1, RoundingMode.HALF_UP);
            case RECIPROCITY_COUNT -> count(of.sent().counted() - of.received().counted());
            case ENGAGEMENT -> count(of.engagements());
            case REVENUE, AVERAGE_DEAL, RECIPROCITY_VALUE, REVIEWS_ATTENDED, CAMPAIGNS -> null;
        };
    }

    /** The values of a metric in money, by currency; empty if it isn't money or there is none. */
    public Map<String, Money> amounts(PartnerFigures of) {
        Map<String, Money> amounts = new TreeMap<>();
        switch (this) {
            case REVENUE -> of.revenue().forEach((currency, deals) -> amounts.put(currency, deals.sum()));
            case AVERAGE_DEAL -> of.revenue().forEach((currency, deals) -> amounts.put(currency, deals.average()));
            case RECIPROCITY_VALUE -> {
                Set<String> currencies = new TreeSet<>(of.revenue().keySet());
                currencies.addAll(of.given().keySet());
                currencies.forEach(currency ->
                        amounts.put(currency, sum(of.revenue(), currency).minus(sum(of.given(), currency))));
            }
            default -> {
                // It isn't money.
            }
        }
        return amounts;
    }

    private static Money sum(Map<String, DealSum> deals, String currency) {
        DealSum known = deals.get(currency);
        return known == null ? Money.zero(CurrencyUnit.of(currency)) : known.sum();
    }

    private static BigDecimal count(int number) {
        return new BigDecimal(number);
    }

    private static @Nullable BigDecimal percent(int good, int bad) {
        return good + bad == 0
                ? null
                : count(good).multiply(HUNDRED).divide(count(good + bad), 1, RoundingMode.HALF_UP);
    }
}
