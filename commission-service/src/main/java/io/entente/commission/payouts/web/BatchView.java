package io.entente.commission.payouts.web;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.web.BatchTotals.BatchPart;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the API shows it.
 *
 * @param submissionKey the message id of the file, by which the bank recognises the batch
 * @param payouts the number of payouts in each state
 * @param totals the sums of the amounts that are transferred, by currency, without payouts that are cancelled
 * @param parts the commission, VAT and withheld tax that these sums consist of, by currency
 */
record BatchView(
        String id,
        PayoutBatch.Status status,
        LocalDate cutOff,
        List<MoneyJson> minimum,
        @Nullable LocalDate executeOn,
        Map<Payout.State, Long> payouts,
        List<MoneyJson> totals,
        List<BatchPart> parts,
        String submissionKey,
        String plannedBy,
        Instant plannedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String note,
        long version) {

    static BatchView of(PayoutBatch batch, BatchTotals totals) {
        return new BatchView(
                batch.id(),
                batch.status(),
                batch.cutOff(),
                batch.minimums().values().stream().map(MoneyJson::of).toList(),
                batch.executeOn(),
                totals.states(),
                totals.sums(),
                totals.parts(),
                batch.submissionKey(),
                batch.plannedBy(),
                batch.plannedAt(),
                batch.approvedBy(),
                batch.approvedAt(),
                batch.submittedBy(),
                batch.submittedAt(),
                batch.note(),
                batch.version());
    }
}
