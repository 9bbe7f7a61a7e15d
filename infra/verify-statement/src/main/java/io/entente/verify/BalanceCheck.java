package io.entente.verify;

import io.entente.verify.Entry.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bookkeeping of each entry: debits equal credits, the balances after it follow from the balances before it, and it was
 * recorded in the period. This finds a forged entry even if somebody has computed all hashes again.
 */
final class BalanceCheck {

    /** Accounts that a debit makes greater. A credit makes all others greater. */
    private static final Set<String> DEBIT_ACCOUNTS = Set.of("COMMISSION_EXPENSE", "CLAWBACK_DUE", "VAT");

    private static final Set<String> CREDIT_ACCOUNTS =
            Set.of("ACCRUED", "PAYABLE", "ALLOCATED", "PAID", "WITHHELD", "TAX_PAID");

    private final List<String> findings = new ArrayList<>();
    private final Instant from;
    private final Instant until;

    private BalanceCheck(Proof proof) {
        this.from = Instant.parse(Json.text(proof.statement(), "from"));
        this.until = Instant.parse(Json.text(proof.statement(), "until"));
    }

    static List<String> findings(Proof proof) {
        BalanceCheck check = new BalanceCheck(proof);
        Entry before = proof.entryBefore();
        if (before != null && !before.recordedAt().isBefore(check.from)) {
            check.findings.add("Entry %d must have been recorded before the period, but it was recorded at %s."
                    .formatted(before.number(), before.recordedAt()));
        }
        for (Entry entry : proof.entries()) {
            check.lines(entry);
            check.time(entry, before);
            boolean follows = entry.number() == (before == null ? 1 : before.number() + 1);
            if (follows) {
                check.balances(entry, before);
            }
            before = entry;
        }
        return check.findings;
    }

    private void lines(Entry entry) {
        Map<String, BigDecimal> sums = new HashMap<>();
        entry.lines().forEach(line -> sums.merge(line.currency(), line.amount(), BigDecimal::add));
        if (sums.values().stream().anyMatch(sum -> sum.signum() != 0)) {
            findings.add("Entry %d is not balanced: its debits and credits differ.".formatted(entry.number()));
        }
    }

    private void time(Entry entry, @Nullable Entry before) {
        if (entry.recordedAt().isBefore(from) || !entry.recordedAt().isBefore(until)) {
            findings.add("Entry %d was recorded at %s, which is not in the period from %s to %s."
                    .formatted(entry.number(), entry.recordedAt(), from, until));
        }
        if (before != null && entry.recordedAt().isBefore(before.recordedAt())) {
            findings.add("Entry %d was recorded before entry %d, which comes before it."
                    .formatted(entry.number(), before.number()));
        }
    }

    private void balances(Entry entry, @Nullable Entry before) {
        Set<String> currencies = new TreeSet<>();
        Json.part(entry.content(), "balances").keySet().forEach(currency -> currencies.add((String) currency));
        if (before != null) {
            Json.part(before.content(), "balances").keySet().forEach(currency -> currencies.add((String) currency));
        }
        for (String currency : currencies) {
            Map<?, ?> old = before == null ? Map.of() : before.balances(currency);
            Map<?, ?> now = entry.balances(currency);
            Set<Object> accounts = new HashSet<>(old.keySet());
            accounts.addAll(now.keySet());
            for (Object account : accounts) {
                balance(entry, currency, (String) account, old, now);
            }
        }
    }

    private void balance(Entry entry, String currency, String account, Map<?, ?> old, Map<?, ?> now) {
        BigDecimal debited = entry.lines().stream()
                .filter(line ->
                        line.account().equals(account) && line.currency().equals(currency))
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal change = Json.amountOrZero(now, account).subtract(Json.amountOrZero(old, account));
        boolean fits = DEBIT_ACCOUNTS.contains(account)
                ? change.compareTo(debited) == 0
                : change.compareTo(debited.negate()) == 0
                        // An account that this program does not know can have either side.
                        || (!CREDIT_ACCOUNTS.contains(account) && change.compareTo(debited) == 0);
        if (!fits) {
            findings.add("The balance of %s after entry %d does not follow from the entry's amounts."
                    .formatted(account, entry.number()));
        }
    }
}
