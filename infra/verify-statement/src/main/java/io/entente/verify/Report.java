package io.entente.verify;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints in plain English what was checked and what doesn't fit. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void statement(Proof proof) {
        out.printf(
                "%s: statement %s of partner %s for %s in %s (%s)%n",
                proof.name(),
                Json.text(proof.statement(), "id"),
                proof.partnerId(),
                proof.quarter(),
                proof.currency(),
                Json.text(proof.statement(), "status"));
        out.printf(
                "  %d entries, from entry %d to entry %d%n",
                proof.entries().size(),
                proof.before().number() + 1,
                proof.after().number());
        out.printf(
                "  ledger before: %s%n  ledger after:  %s%n",
                proof.before().hash(), proof.after().hash());
    }

    /** Prints the figures as the entries give them, to compare with a printed statement. */
    void figures(Proof proof) {
        Totals.computed(proof)
                .forEach((figure, amount) ->
                        out.printf("  %-17s %18s %s%n", figure, amount.toPlainString(), proof.currency()));
    }

    /** Prints what each entry changes in the statement's currency. */
    void lines(Proof proof) {
        ZoneId zone = ZoneId.of(Json.text(proof.statement(), "timeZone"));
        out.printf(
                "  %-8s %-10s %-14s %16s %16s %16s  %s%n",
                "entry", "booked", "kind", "revenue", "earned", "paid", "deal");
        Entry before = proof.entryBefore();
        for (Entry entry : proof.entries()) {
            line(proof.currency(), zone, entry, before);
            before = entry;
        }
    }

    private void line(String currency, ZoneId zone, Entry entry, @Nullable Entry before) {
        BigDecimal revenue = before == null
                ? entry.revenue(currency)
                : entry.revenue(currency).subtract(before.revenue(currency));
        BigDecimal earned = moved(entry, currency, "COMMISSION_EXPENSE");
        BigDecimal paid = moved(entry, currency, "PAID").negate();
        if (revenue.signum() != 0 || earned.signum() != 0 || paid.signum() != 0) {
            out.printf(
                    "  %-8d %-10s %-14s %16s %16s %16s  %s%n",
                    entry.number(),
                    LocalDate.ofInstant(entry.recordedAt(), zone),
                    entry.kind(),
                    revenue.toPlainString(),
                    earned.toPlainString(),
                    paid.toPlainString(),
                    deal(entry));
        }
    }

    private static BigDecimal moved(Entry entry, String currency, String account) {
        return entry.lines().stream()
                .filter(line ->
                        line.account().equals(account) && line.currency().equals(currency))
                .map(Entry.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String deal(Entry entry) {
        return entry.content().get("commission") instanceof Map<?, ?> commission ? Json.text(commission, "dealId") : "";
    }

    void result(List<String> findings, boolean headGiven) {
        if (!findings.isEmpty()) {
            out.printf("%nDOES NOT FIT: %d problems%n", findings.size());
            findings.forEach(finding -> out.println("- " + finding));
            return;
        }
        out.println();
        out.println("FITS: all entries are there, in order and unchanged, and every figure follows from them.");
        out.println("The number of referrals is not in the ledger, so it was not checked.");
        if (!headGiven) {
            out.println(
                    "Compare \"ledger after\" with a copy that you have from elsewhere (--head), or with \"ledger before\" of the"
                            + " next statement.");
        }
    }
}
