package io.entente.commission.commissions.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A commission with everything that happened to it since its accrual.
 *
 * @param fx the exchange rate; always {@code NONE}, because amounts are never converted
 * @param steps the explanation of the amount, with each figure under its name
 * @param lines the lines of its accrual
 * @param changes later changes in order, each a ledger transaction of its own
 */
record CommissionDetail(
        @JsonUnwrapped CommissionView commission,
        String fx,
        List<StepView> steps,
        List<TransactionView.BookedLine> lines,
        List<Change> changes) {

    /** A plan prices deals in its own currency only, and a partner is paid in the currency in which it earned. */
    private static final String NOT_CONVERTED = "NONE";

    static CommissionDetail of(LedgerTransaction accrual, Commission standing, List<LedgerTransaction> changes) {
        return new CommissionDetail(
                CommissionView.of(accrual, standing),
                NOT_CONVERTED,
                Posting.of(accrual).outcome().steps().stream().map(StepView::of).toList(),
                accrual.lines().stream().map(TransactionView.BookedLine::of).toList(),
                changes.stream().map(Change::of).toList());
    }

    /**
     * One step of the explanation.
     *
     * @param name {@code DEAL}, {@code PLAN}, {@code ORDINAL}, {@code COMMISSION} and so on
     * @param figures the inputs of the step and its {@code result}
     */
    record StepView(String name, Map<String, String> figures, String sentence) {

        static StepView of(Step step) {
            return new StepView(step.name(), step.figures(), step.sentence());
        }
    }

    /** A change of the commission, with its reason and the lines that were booked. */
    record Change(
            TransactionKind kind,
            MoneyJson amount,
            String reason,
            String actor,
            List<String> explanation,
            List<TransactionView.BookedLine> lines,
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
                    transaction.lines().stream()
                            .map(TransactionView.BookedLine::of)
                            .toList(),
                    transaction.recordedAt(),
                    transaction.id().toString());
        }
    }
}
