package io.entente.systemtests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the system has acknowledged, and the results that must follow. They are calculated here without the system's code. */
final class Model {

    /** The rates of the plan for all partners, by the deal's number in its year: 1 to 3, 4 to 10, 11 and more. */
    private static final List<BigDecimal> STANDARD_RATES =
            List.of(new BigDecimal("0.10"), new BigDecimal("0.15"), new BigDecimal("0.20"));

    private static final int SECOND_BAND = 4;
    private static final int THIRD_BAND = 11;

    /** The day from which plans are effective. An earlier deal earns nothing. */
    static final LocalDate FIRST_PLAN_FROM = LocalDate.of(2000, 1, 1);

    private final Map<String, BigDecimal> rates = new ConcurrentHashMap<>();
    private final Map<String, Deal> deals = new ConcurrentHashMap<>();
    private final Map<String, String> referrals = new ConcurrentHashMap<>();
    private final Set<String> partners = ConcurrentHashMap.newKeySet();
    private volatile List<String> published = List.of();

    /** A deal whose closing was acknowledged. */
    record Deal(
            String id, String referralId, String partnerId, BigDecimal amount, Currency currency, LocalDate closedOn) {

        boolean earns() {
            return !closedOn.isBefore(FIRST_PLAN_FROM);
        }
    }

    void partner(String id) {
        partners.add(id);
    }

    /** Records that a partner has its own plan. */
    void partner(String id, BigDecimal rate) {
        partner(id);
        rates.put(id, rate);
    }

    /** Sets the order of the published deals. It determines a deal's number in its partner's year and thereby its rate. */
    void published(List<String> dealIds) {
        published = dealIds.stream().distinct().toList();
    }

    void referral(String id, String partnerId) {
        referrals.put(id, partnerId);
    }

    void deal(Deal deal) {
        deals.put(deal.id(), deal);
    }

    Set<String> partners() {
        return partners;
    }

    Set<String> referrals() {
        return referrals.keySet();
    }

    Collection<Deal> deals() {
        return deals.values();
    }

    /** Amounts of the commissions due, by deal and as {@code amount currency}, rounded half up to the currency's minor unit. */
    Map<String, String> commissions(String partnerId) {
        Map<String, String> due = new TreeMap<>();
        earned(partnerId)
                .forEach((deal, commission) -> due.put(deal.id(), commission.toPlainString() + " " + deal.currency()));
        return due;
    }

    /** Deals that no plan pays for. */
    Set<String> unpaid() {
        return deals.values().stream()
                .filter(deal -> !deal.earns())
                .map(Deal::id)
                .collect(Collectors.toSet());
    }

    /** A partner's earnings by currency. */
    Map<String, String> balances(String partnerId) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        earned(partnerId)
                .forEach((deal, commission) ->
                        sums.merge(deal.currency().getCurrencyCode(), commission, BigDecimal::add));
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue()
                .toPlainString()));
    }

    private Map<Deal, BigDecimal> earned(String partnerId) {
        Map<Deal, BigDecimal> earned = new LinkedHashMap<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (String id : published) {
            Deal deal = deals.get(id);
            if (deal != null && deal.partnerId().equals(partnerId) && deal.earns()) {
                int number = numbers.merge(deal.closedOn().getYear(), 1, Integer::sum);
                BigDecimal rate = rates.getOrDefault(partnerId, standardRate(number));
                earned.put(
                        deal,
                        deal.amount()
                                .multiply(rate)
                                .setScale(deal.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP));
            }
        }
        return earned;
    }

    /** @param number the deal's number in its partner's year */
    static BigDecimal standardRate(int number) {
        if (number < SECOND_BAND) {
            return STANDARD_RATES.get(0);
        }
        return STANDARD_RATES.get(number < THIRD_BAND ? 1 : 2);
    }
}
