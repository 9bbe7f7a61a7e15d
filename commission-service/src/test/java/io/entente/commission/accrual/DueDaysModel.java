package io.entente.commission.accrual;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up cents by the day on which a tenth of them is payable, 30 days after each payment. It shares no code with the service. */
final class DueDaysModel {

    private static final int NET_DAYS = 30;

    private DueDaysModel() {}

    private static final class Payment {
        final String id;
        final LocalDate on;
        long cents;

        Payment(DealFact fact) {
            id = fact.id();
            on = fact.on();
            cents = fact.amount().getAmountMinorLong();
        }
    }

    /** The facts as if those that were voided had never been recorded. */
    private static List<DealFact> counting(List<DealFact> recorded) {
        return recorded.stream()
                .filter(fact -> recorded.stream()
                        .noneMatch(other -> other.kind().isVoid() && other.id().equals(fact.id())))
                .toList();
    }

    /** The days of a deal with an amount, whose refunds are taken from the latest payment. */
    static TreeMap<LocalDate, Long> ofDeal(long deal, List<DealFact> recorded) {
        List<Payment> payments = new ArrayList<>();
        long credited = 0;
        // A refund of a payment that was voided since has no payment to be taken from until the next one is recorded.
        long ahead = 0;
        for (DealFact fact : counting(recorded)) {
            long cents = fact.amount().getAmountMinorLong();
            switch (fact.kind()) {
                case PAYMENT -> {
                    Payment payment = new Payment(fact);
                    payments.add(payment);
                    ahead = take(List.of(payment), ahead, null);
                }
                case REFUND -> ahead += take(payments, cents, Comparator.comparing(payment -> payment.on));
                default -> credited += cents;
            }
        }
        payments.sort(Comparator.comparing(payment -> payment.on));
        long standing = Math.max(0, deal - credited);
        long left = Math.min(standing, Math.max(0, net(recorded)));
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        long kept = 0;
        for (Payment payment : payments) {
            long before = kept;
            kept = Math.min(left, kept + payment.cents);
            add(days, payment.on, tenth(kept) - tenth(before));
        }
        return days;
    }

    /** What is kept of each payment on a retainer and earned by it, in the order in which they were recorded. */
    static Map<String, Long> ofRetainer(List<DealFact> recorded) {
        List<Payment> payments = new ArrayList<>();
        long paid = 0;
        long refunded = 0;
        for (DealFact fact : counting(recorded)) {
            long cents = fact.amount().getAmountMinorLong();
            long keptBefore = Math.max(0, paid - refunded);
            if (fact.kind() == Kind.PAYMENT) {
                paid += cents;
                Payment payment = new Payment(fact);
                payment.cents = Math.max(0, paid - refunded) - keptBefore;
                payments.add(payment);
            } else {
                refunded += cents;
                take(payments, keptBefore - Math.max(0, paid - refunded), null);
            }
        }
        Map<String, Long> earned = new LinkedHashMap<>();
        long kept = 0;
        for (Payment payment : payments) {
            earned.put(payment.id, tenth(kept + payment.cents) - tenth(kept));
            kept += payment.cents;
        }
        return earned;
    }

    /** @param order null if the payment that was recorded last is the latest */
    private static long take(List<Payment> payments, long cents, Comparator<Payment> order) {
        List<Payment> latestFirst = new ArrayList<>(payments);
        if (order != null) {
            latestFirst.sort(order);
        }
        Collections.reverse(latestFirst);
        long rest = cents;
        for (Payment payment : latestFirst) {
            long taken = Math.min(rest, payment.cents);
            payment.cents -= taken;
            rest -= taken;
        }
        return rest;
    }

    private static void add(TreeMap<LocalDate, Long> days, LocalDate paidOn, long cents) {
        if (cents != 0) {
            days.merge(paidOn.plusDays(NET_DAYS), cents, Long::sum);
        }
    }

    /** A tenth of some cents, half up. */
    private static long tenth(long cents) {
        return BigDecimal.valueOf(cents)
                .divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long net(List<DealFact> recorded) {
        long sum = 0;
        for (DealFact fact : counting(recorded)) {
            long cents = fact.amount().getAmountMinorLong();
            sum += fact.kind() == Kind.PAYMENT ? cents : fact.kind() == Kind.REFUND ? -cents : 0;
        }
        return sum;
    }

    /** As the service decides: refunds are at most what was paid, also after a payment is voided. */
    static boolean allows(List<DealFact> recorded, DealFact fact) {
        List<DealFact> after = new ArrayList<>(recorded);
        after.add(fact);
        return net(after) >= 0;
    }

    /** The next report, on a day at random, or the void of an earlier one. */
    static DealFact next(List<DealFact> recorded, Random random, int i, LocalDate from, int days) {
        int kind = random.nextInt(10);
        List<DealFact> voidable = counting(recorded);
        LocalDate on = from.plusDays(random.nextInt(days));
        if (kind >= 6 && !voidable.isEmpty()) {
            return voidable.get(random.nextInt(voidable.size())).voided(on, "Entered wrongly.", "user:a");
        }
        Money amount = Money.ofMinor(CurrencyUnit.USD, random.nextInt(80_000) + 1L);
        Kind of = kind < 4 ? Kind.PAYMENT : kind == 4 ? Kind.REFUND : Kind.CREDIT_NOTE;
        return new DealFact(of, "f" + i, "d", amount, on, "It happened.", "user:a");
    }
}
