package io.entente.commission.ledger.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Movement;
import io.entente.commission.ledger.TransactionKind;
import io.entente.messaging.money.MoneyJson;
import java.time.Instant;
import java.util.List;

/**
 * A commission with all that happened to it since it accrued.
 *
 * @param changes each a ledger transaction of its own, in order
 */
record CommissionDetail(@JsonUnwrapped CommissionView commission, List<Change> changes) {

    /** What happened, why, and what was booked. */
    record Change(
            TransactionKind kind,
            MoneyJson amount,
            String reason,
            String actor,
            List<String> explanation,
            List<TransactionView.Line> lines,
            Instant occurredAt,
            String ledgerTransactionId) {

        static Change of(LedgerTransaction transaction) {
            Movement movement = (Movement) transaction.entry();
            return new Change(
                    movement.kind(),
                    MoneyJson.of(movement.amount()),
                    movement.reason(),
                    movement.actor(),
                    movement.explanation(),
                    transaction.lines().stream().map(TransactionView.Line::of).toList(),
                    transaction.recordedAt(),
                    transaction.id().toString());
        }
    }
}
