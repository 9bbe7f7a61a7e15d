package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.simulation.PastDeals.PastDeal;
import io.entente.commission.simulation.PastDeals.Recounted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A partner's past at the simulation's current position. It keeps only what the draft's rule and term need about clients and
 * referrals, one entry each.
 */
final class SimulatedPast implements History {

    private final PartnerId partner;
    private final PastDeals source;
    private final TierCounting counting;
    private final boolean countsBack;
    private final boolean asksClients;
    private final boolean asksReferrals;
    private final Map<String, Money> revenueOfClients = new HashMap<>();
    private final Map<String, TreeMap<LocalDate, Integer>> dealsOfReferrals = new HashMap<>();
    private final Map<String, PastDeal> counted = new HashMap<>();
    private final Map<String, Long> placesOfRetainers = new HashMap<>();
    private final Map<String, Money> earnedInYears = new HashMap<>();
    private final UncountedDeals uncounted = new UncountedDeals();
    private final Map<String, BigDecimal> uncountedAtRetainers = new HashMap<>();
    private @Nullable PastDeal asking;

    SimulatedPast(PartnerId partner, PastDeals source, EarningRule rule, Term term, TierCounting counting) {
        this.partner = partner;
        this.counting = counting;
        this.source = source;
        this.countsBack = rule.movesEarlierDeals();
        this.asksClients = rule instanceof LifetimeValueTiers;
        this.asksReferrals = term != Term.WHILE_ACTIVE || rule instanceof ConversionTiers;
    }

    /** The past immediately before a deal. */
    History before(PastDeal deal) {
        asking = deal;
        return this;
    }

    /** Adds the deal to the past. */
    void passed(PastDeal past) {
        PricedDeal deal = past.deal();
        if (!past.counts()) {
            return;
        }
        // The client of a retainer has bought what it has paid.
        if (asksClients && deal.payment() == deal.retainer()) {
            revenueOfClients.merge(client(past), deal.basis().minus(deal.before()), Money::plus);
        }
        if (deal.payment()) {
            return;
        }
        if (deal.retainer()) {
            placesOfRetainers.put(deal.id(), past.dealsBefore());
            uncountedAtRetainers.put(deal.id(), uncounted.in(past.year()));
        }
        if (deal.direction() == Direction.INBOUND) {
            uncounted.add(
                    deal.id(),
                    past.year(),
                    counting.weight(
                            deal.amount(), deal.credit().get(past.credit()).share()));
        }
        if (asksReferrals) {
            LocalDate closedOn = past.deal().closedOn();
            dealsOfReferrals
                    .computeIfAbsent(past.referralId(), referral -> new TreeMap<>())
                    .merge(closedOn, 1, Integer::sum);
        }
        if (asksReferrals || asksClients) {
            counted.put(deal.id(), past);
        }
    }

    /** A deal was corrected or reversed. A deal has its last details from the start, so only a reversed one is taken out. */
    void recounted(Recounted change) {
        uncounted.move(change.dealId(), change.isIn(), change.isDeal());
        PastDeal known = change.isDeal() ? null : counted.remove(change.dealId());
        if (known == null) {
            return;
        }
        if (asksReferrals) {
            dealsOfReferrals
                    .getOrDefault(known.referralId(), new TreeMap<>())
                    .computeIfPresent(known.deal().closedOn(), (day, count) -> count == 1 ? null : count - 1);
        }
        if (asksClients && !known.deal().retainer()) {
            revenueOfClients.merge(client(known), known.deal().basis().negated(), Money::plus);
        }
    }

    /** A client got something back. */
    void lost(String clientKey, Money amount) {
        if (asksClients) {
            revenueOfClients.merge(client(clientKey, amount.getCurrencyUnit()), amount.negated(), Money::plus);
        }
    }

    /** What a client has bought and not got back. */
    Money revenueOf(String clientKey, CurrencyUnit currency) {
        return revenueOfClients.getOrDefault(client(clientKey, currency), Money.zero(currency));
    }

    /** What a number of deals of a year counts for tiers under the draft. */
    BigDecimal counted(long deals, int year) {
        return BigDecimal.valueOf(deals).subtract(uncounted.in(year));
    }

    /** More was earned under the draft. */
    void earned(LocalDate on, Money amount) {
        earnedInYears.merge(on.getYear() + amount.getCurrencyUnit().getCode(), amount, Money::plus);
    }

    Money earnedIn(int year, CurrencyUnit currency) {
        return earnedInYears.getOrDefault(year + currency.getCode(), Money.zero(currency));
    }

    @Override
    public long dealsThisYear() {
        long before = deal().dealsBefore();
        // A payment comes later than its deal, which keeps its place unless all deals of the year count.
        return deal().deal().payment() && !countsBack
                ? placesOfRetainers.getOrDefault(deal().deal().id(), before)
                : before;
    }

    /** Counts the deals before this one as the draft says, and not as the plans of that time did. */
    @Override
    public BigDecimal countedThisYear() {
        PricedDeal priced = deal().deal();
        BigDecimal now = uncounted.in(deal().year());
        BigDecimal missing =
                priced.payment() && !countsBack ? uncountedAtRetainers.getOrDefault(priced.id(), now) : now;
        return BigDecimal.valueOf(dealsThisYear()).subtract(missing);
    }

    @Override
    public Money clientRevenue() {
        PastDeal deal = deal();
        return revenueOfClients
                .getOrDefault(client(deal), Money.zero(currency(deal)))
                .minus(deal.deal().before());
    }

    @Override
    public ReferralDeals referral() {
        TreeMap<LocalDate, Integer> days = dealsOfReferrals.getOrDefault(deal().referralId(), new TreeMap<>());
        long deals = days.values().stream().mapToLong(count -> count).sum();
        ReferralDeals known = new ReferralDeals(deals, days.isEmpty() ? null : days.firstKey());
        if (!deal().deal().payment()) {
            return known;
        }
        // A retainer's payment comes after its own closing, which isn't earlier than itself.
        return new ReferralDeals(Math.max(0, known.earlier() - 1), known.firstClosedOn());
    }

    @Override
    public Conversion conversion(Period window) {
        LocalDate to = deal().deal().closedOn();
        Set<String> submitted = source.submitted(partner, to.minus(window), to);
        long won = submitted.stream()
                .filter(referral -> referral.equals(deal().referralId())
                        || !dealsOfReferrals
                                .getOrDefault(referral, new TreeMap<>())
                                .isEmpty())
                .count();
        return new Conversion(submitted.size(), won);
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return earnedIn(deal().deal().earnedOn().getYear(), currency(deal()));
    }

    /** The deal that is being priced. */
    PastDeal asking() {
        return deal();
    }

    private PastDeal deal() {
        return Objects.requireNonNull(asking, "No deal is being priced");
    }

    private static CurrencyUnit currency(PastDeal deal) {
        return deal.deal().basis().getCurrencyUnit();
    }

    private static String client(PastDeal deal) {
        return client(deal.clientKey(), currency(deal));
    }

    private static String client(String key, CurrencyUnit currency) {
        return currency.getCode() + key;
    }
}
