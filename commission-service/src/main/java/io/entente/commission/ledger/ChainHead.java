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
 * The end of a partner's chain: all that the next transaction needs to know.
 *
 * @param number of the last transaction, 0 where there is none
 * @param hash of the last transaction
 * @param recordedAt when the last transaction was written
 */
public record ChainHead(
        PartnerId partnerId, long number, String hash, Balances balances, Counters counters, Instant recordedAt) {

    /** What the first transaction of a chain has as the hash before it. */
    public static final String GENESIS = "0".repeat(64);

    public static ChainHead start(PartnerId partnerId) {
        return new ChainHead(partnerId, 0, GENESIS, Balances.NONE, Counters.NONE, Instant.EPOCH);
    }

    /**
     * The transaction that would follow here. Times never go back along a chain, whatever the clocks of several instances
     * say: what happened in a period is found by halving.
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
                // The store keeps milliseconds, and the hash must still fit what it gives back.
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
