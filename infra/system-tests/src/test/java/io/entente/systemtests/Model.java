package io.entente.systemtests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the system has acknowledged, and what must follow from it, worked out here without its code. */
final class Model {

    /** The plan for all partners. */
    private static final BigDecimal STANDARD_RATE = new BigDecimal("0.10");

    /** From when there are plans: a deal closed before earns nothing. */
    static final LocalDate FIRST_PLAN_FROM = LocalDate.of(2000, 1, 1);

    private final Map<String, BigDecimal> rates = new ConcurrentHashMap<>();
    private final Map<String, Deal> deals = new ConcurrentHashMap<>();
    private final Map<String, String> referrals = new ConcurrentHashMap<>();

    /** A deal whose closing was acknowledged. */
    record Deal(
            String id, String referralId, String partnerId, BigDecimal amount, Currency currency, LocalDate closedOn) {

        boolean earns() {
            return !closedOn.isBefore(FIRST_PLAN_FROM);
        }
    }

    void partner(String id) {
        rates.putIfAbsent(id, STANDARD_RATE);
    }

    /** The partner has a plan of its own. */
    void partner(String id, BigDecimal rate) {
        rates.put(id, rate);
    }

    void referral(String id, String partnerId) {
        referrals.put(id, partnerId);
    }

    void deal(Deal deal) {
        deals.put(deal.id(), deal);
    }

    Set<String> partners() {
        return rates.keySet();
    }

    Set<String> referrals() {
        return referrals.keySet();
    }

    Collection<Deal> deals() {
        return deals.values();
    }

    /** Amounts of the commissions due, as {@code amount currency} by deal; rounded half up to what the currency can pay. */
    Map<String, String> commissions(String partnerId) {
        Map<String, String> due = new TreeMap<>();
        for (Deal deal : earning(partnerId)) {
            due.put(deal.id(), commission(deal).toPlainString() + " " + deal.currency());
        }
        return due;
    }

    /** Deals that no plan pays for. */
    Set<String> unpaid() {
        return deals.values().stream()
                .filter(deal -> !deal.earns())
                .map(Deal::id)
                .collect(Collectors.toSet());
    }

    /** What a partner has earned, per currency. */
    Map<String, String> balances(String partnerId) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Deal deal : earning(partnerId)) {
            sums.merge(deal.currency().getCurrencyCode(), commission(deal), BigDecimal::add);
        }
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue()
                .toPlainString()));
    }

    private List<Deal> earning(String partnerId) {
        return deals.values().stream()
                .filter(deal -> deal.partnerId().equals(partnerId) && deal.earns())
                .toList();
    }

    private BigDecimal commission(Deal deal) {
        return deal.amount()
                .multiply(rates.get(deal.partnerId()))
                .setScale(deal.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }
}
