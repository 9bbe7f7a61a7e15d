package io.entente.commission.ledger.web;

import io.entente.commission.ledger.Client;
import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Origin;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.messaging.money.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commission as the API shows it. */
record CommissionView(
        String id,
        String partnerId,
        String referralId,
        String dealId,
        Client client,
        MoneyJson dealAmount,
        MoneyJson amount,
        PlanRef plan,
        String rule,
        @Nullable String rate,
        String share,
        Trigger trigger,
        String status,
        LocalDate closedOn,
        Instant accruedAt,
        Origin origin,
        String ledgerTransactionId,
        List<String> explanation) {

    /** The one status so far. */
    private static final String ACCRUED = "ACCRUED";

    static CommissionView of(LedgerTransaction accrual) {
        CreditedDeal deal = accrual.posting().deal();
        Earned earned = (Earned) accrual.posting().outcome();
        return new CommissionView(
                deal.commissionId().value(),
                deal.partnerId().value(),
                deal.referralId(),
                deal.dealId(),
                deal.client(),
                MoneyJson.of(deal.amount()),
                MoneyJson.of(earned.amount()),
                earned.plan(),
                earned.rule(),
                earned.rate() == null ? null : earned.rate().toString(),
                deal.share().toString(),
                earned.trigger(),
                ACCRUED,
                deal.closedOn(),
                accrual.recordedAt(),
                deal.origin(),
                accrual.id().toString(),
                earned.explanation());
    }
}
