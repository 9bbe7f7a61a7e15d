package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Step;
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
 */
public record ChainHead(PartnerId partnerId, long number, String hash, Balances balances, Counters counters) {

    /** What the first transaction of a chain has as the hash before it. */
    public static final String GENESIS = "0".repeat(64);

    public static ChainHead start(PartnerId partnerId) {
        return new ChainHead(partnerId, 0, GENESIS, Balances.NONE, Counters.NONE);
    }

    /** The transaction that would follow here. */
    public LedgerTransaction next(Posting posting, Instant now) {
        List<LedgerLine> lines = posting.lines();
        TransactionId id = new TransactionId(partnerId, number + 1);
        return new LedgerTransaction(
                id,
                posting.kind(),
                posting.cause(),
                lines,
                balances.plus(lines),
                counters.plus(posting.deal()),
                hash,
                posting.explainedFurther(Step.of("BOOKED", Map.of("transaction", id.toString()), booked(id, lines))),
                // The store keeps milliseconds, and the hash must still fit what it gives back.
                now.truncatedTo(ChronoUnit.MILLIS));
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
