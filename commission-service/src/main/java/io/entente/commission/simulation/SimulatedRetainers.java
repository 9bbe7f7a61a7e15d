package io.entente.commission.simulation;

import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.ConversionTiers;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.simulation.PastDeals.PastDeal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;

/**
 * The payments on retainers. Each is priced on top of what is kept of those before it, as in the ledger, so a payment of which a part
 * is kept earns what this part adds.
 */
final class SimulatedRetainers {

    private final EarningRule rule;
    private final Map<String, List<Payment>> ofDeals = new HashMap<>();
    private final Map<String, Payment> payments = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    SimulatedRetainers(EarningRule rule) {
        this.rule = rule;
    }

    /** A payment with the past by which it is priced. */
    static final class Payment {

        private final PastDeal deal;
        private final Money paid;
        private final History past;
        private final Simulated result;
        private Money kept;
        private Money below;

        private Payment(PastDeal deal, History past, Simulated result) {
            this.deal = deal;
            this.paid = deal.deal().basis().minus(deal.deal().before());
            this.past = past;
            this.result = result;
            this.kept = paid;
            this.below = deal.deal().before();
        }

        PastDeal deal() {
            return deal;
        }

        Simulated result() {
            return result;
        }

        History past() {
            return past;
        }

        boolean isKept() {
            return kept.isPositive();
        }

        /** The payment as it is priced now. */
        PricedDeal priced() {
            return deal.deal().onPayment(below, kept, deal.deal().earnedOn());
        }
    }

    /** Returns a payment on top of what is kept of those before it, or a closing as it is. */
    PastDeal onTop(PastDeal deal) {
        PricedDeal payment = deal.deal();
        if (!payment.payment()) {
            return deal;
        }
        Money paid = payment.basis().minus(payment.before());
        Money below = Money.zero(paid.getCurrencyUnit());
        for (Payment earlier : ofDeals.getOrDefault(payment.id(), List.of())) {
            below = below.plus(earlier.kept);
        }
        return new PastDeal(
                deal.id(),
                payment.onPayment(below, paid, payment.earnedOn()),
                deal.credit(),
                deal.clientKey(),
                deal.referralId(),
                deal.year(),
                deal.dealsBefore(),
                deal.accrued(),
                deal.counts());
    }

    /** @param now the past as it is; it is kept as it was */
    void add(PastDeal deal, History now, Simulated result) {
        if (deal.deal().payment()) {
            Payment payment = new Payment(deal, Then.of(now, rule), result);
            ofDeals.computeIfAbsent(deal.deal().id(), id -> new ArrayList<>()).add(payment);
            payments.put(deal.id(), payment);
        }
    }

    boolean has(String id) {
        return payments.containsKey(id);
    }

    /** Remembers what is kept of a payment. */
    void keep(String id, Money worth, Money of) {
        Payment payment = Objects.requireNonNull(payments.get(id), id);
        payment.kept = part(payment.paid, worth, of);
        changed.add(id);
    }

    /** Returns the payments whose price has changed since this was asked the last time, in their order. */
    List<Payment> moved() {
        List<Payment> moved = new ArrayList<>();
        changed.stream()
                .map(id ->
                        Objects.requireNonNull(payments.get(id), id).deal.deal().id())
                .distinct()
                .forEach(deal -> moved.addAll(moved(ofDeals.getOrDefault(deal, List.of()))));
        changed.clear();
        return moved;
    }

    /** What is kept below a payment doesn't matter if nothing is kept of it. */
    private List<Payment> moved(List<Payment> all) {
        List<Payment> moved = new ArrayList<>();
        Money below = null;
        for (Payment payment : all) {
            below = below == null ? Money.zero(payment.paid.getCurrencyUnit()) : below;
            boolean isMoved = payment.isKept() && !payment.below.isEqual(below);
            payment.below = below;
            if (isMoved || changed.contains(payment.deal.id())) {
                moved.add(payment);
            }
            below = below.plus(payment.kept);
        }
        return moved;
    }

    private static Money part(Money whole, Money worth, Money of) {
        if (!worth.isLessThan(of)) {
            return whole;
        }
        BigDecimal exact = whole.getAmount().multiply(worth.getAmount());
        int places = whole.getCurrencyUnit().getDecimalPlaces();
        return Money.of(whole.getCurrencyUnit(), exact.divide(of.getAmount(), places, RoundingMode.HALF_UP));
    }

    /** A past that doesn't move on. */
    private record Then(
            long dealsThisYear,
            BigDecimal countedThisYear,
            Money clientRevenue,
            ReferralDeals referral,
            Conversion conversion)
            implements History {

        static Then of(History now, EarningRule rule) {
            return new Then(
                    now.dealsThisYear(),
                    now.countedThisYear(),
                    now.clientRevenue(),
                    now.referral(),
                    rule instanceof ConversionTiers tiers ? now.conversion(tiers.window()) : Conversion.NONE);
        }

        @Override
        public Conversion conversion(Period window) {
            return conversion;
        }

        /** What a payment earns is limited by the cap as it is now, and not by that of the past. */
        @Override
        public Money earnedThisYear(String planCode) {
            return Money.zero(clientRevenue.getCurrencyUnit());
        }
    }
}
