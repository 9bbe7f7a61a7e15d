package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The head of a partner's chain: everything that the next transaction builds on.
 *
 * @param number number of the last transaction; 0 if there is none
 * @param hash hash of the last transaction
 * @param recordedAt when the last transaction was written
 */
public record ChainHead(
        PartnerId partnerId, long number, String hash, Balances balances, Counters counters, Instant recordedAt) {

    /** Takes the place of the previous hash in the first transaction of a chain. */
    public static final String GENESIS = "0".repeat(64);

    public static ChainHead start(PartnerId partnerId) {
        return new ChainHead(partnerId, 0, GENESIS, Balances.NONE, Counters.NONE, Instant.EPOCH);
    }

    /**
     * Returns the transaction that follows this head. Its time is never before that of the previous transaction,
     * even if the clocks of two instances differ, because a binary search finds the transactions of a period.
     */
    public LedgerTransaction next(Entry entry, Instant now) {
        List<LedgerLine> lines = entry.lines();
        TransactionId id = new TransactionId(partnerId, number + 1);
        return new LedgerTransaction(
                id,
                entry.kind(),
                entry.cause(),
                lines,
                balances.plus(lines),
                entry.counted(counters),
                hash,
                entry.explainedFurther(Step.of("BOOKED", Map.of("transaction", id.toString()), booked(id, lines))),
                // The store keeps milliseconds only, and the hash must still match after a read.
                later(now.truncatedTo(ChronoUnit.MILLIS)));
    }

    private Instant later(Instant now) {
        return now.isBefore(recordedAt) ? recordedAt : now;
    }

    private static String booked(TransactionId id, List<LedgerLine> lines) {
        if (lines.isEmpty()) {
            return "Ledger transaction %s records this and moves no money.".formatted(id);
        }
        return lines.stream()
                .map(line -> "%s %s %s %s"
                        .formatted(
                                line.side() == Side.DEBIT ? "debit" : "credit",
                                line.account().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                line.amount().getAmount().toPlainString(),
                                line.amount().getCurrencyUnit().getCode()))
                .collect(Collectors.joining(", ", "Ledger transaction " + id + ": ", "."));
    }
}
