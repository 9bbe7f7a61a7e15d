package io.entente.verify;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Computes the figures of a statement from its entries, by the names that they have on the statement. */
final class Totals {

    private static final Set<String> SPLITS = Set.of("earnedPayable", "earnedWaiting", "payableNow", "waiting");

    private Totals() {}

    /** Returns what doesn't fit, in sentences. */
    static List<String> findings(Proof proof) {
        return computed(proof).entrySet().stream()
                .filter(figure -> differs(proof, figure.getKey(), figure.getValue()))
                .map(figure -> "The statement's %s is wrong: it says %s %s, but the entries give %s %s."
                        .formatted(
                                figure.getKey(),
                                stated(proof, figure.getKey()),
                                proof.currency(),
                                figure.getValue().toPlainString(),
                                proof.currency()))
                .toList();
    }

    static Map<String, BigDecimal> computed(Proof proof) {
        String currency = proof.currency();
        Entry before = proof.entryBefore();
        Entry last = proof.last();
        BigDecimal opening = owed(before, currency);
        BigDecimal earned = moved(proof, "COMMISSION_EXPENSE");
        BigDecimal paid = moved(proof, "PAID").negate();
        BigDecimal closing = opening.add(earned).subtract(paid);
        BigDecimal waiting = balance(last, "ACCRUED", currency);
        BigDecimal added = waiting.subtract(balance(before, "ACCRUED", currency));
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("revenue", change(last, before, entry -> entry.revenue(currency)));
        figures.put("revenueTakenBack", change(last, before, entry -> entry.takenBack(currency)));
        figures.put("openingBalance", opening);
        figures.put("earned", earned);
        figures.put("earnedPayable", earned.subtract(added));
        figures.put("earnedWaiting", added);
        figures.put("paid", paid);
        figures.put("vatPaid", moved(proof, "VAT"));
        figures.put("withheld", moved(proof, "WITHHELD").negate());
        figures.put("transferred", paid.subtract(moved(proof, "TAX_PAID")));
        figures.put("closingBalance", closing);
        figures.put("payableNow", closing.subtract(waiting));
        figures.put("waiting", waiting);
        return figures;
    }

    /** An early statement has no split into payable and waiting. All other figures must be there. */
    private static boolean differs(Proof proof, String figure, BigDecimal computed) {
        boolean isStated = !SPLITS.contains(figure) || proof.statement().get(figure) != null;
        return isStated && new BigDecimal(stated(proof, figure)).compareTo(computed) != 0;
    }

    private static String stated(Proof proof, String figure) {
        Map<?, ?> money = Json.part(proof.statement(), figure);
        Json.onlyFields(money, Set.of("amount", "currency"));
        if (!Json.text(money, "currency").equals(proof.currency())) {
            throw new IllegalArgumentException("the currency of %s must be %s".formatted(figure, proof.currency()));
        }
        return Json.amount(money, "amount").toPlainString();
    }

    private static BigDecimal owed(@Nullable Entry entry, String currency) {
        return balance(entry, "COMMISSION_EXPENSE", currency).subtract(balance(entry, "PAID", currency));
    }

    private static BigDecimal balance(@Nullable Entry entry, String account, String currency) {
        return entry == null ? BigDecimal.ZERO : Json.amountOrZero(entry.balances(currency), account);
    }

    private static BigDecimal change(
            @Nullable Entry last, @Nullable Entry before, Function<Entry, BigDecimal> counter) {
        BigDecimal now = last == null ? BigDecimal.ZERO : counter.apply(last);
        return before == null ? now : now.subtract(counter.apply(before));
    }

    /** What was debited to an account, less what was credited. */
    private static BigDecimal moved(Proof proof, String account) {
        return proof.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line ->
                        line.account().equals(account) && line.currency().equals(proof.currency()))
                .map(Entry.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
