package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A commission as the API shows it.
 *
 * @param dealAmount the amount of the deal after its last correction, as are its other details
 * @param version number of the ledger transactions that made and changed it
 * @param rule null if the deal itself earned nothing and only a later tier lifted the commission
 */
record CommissionView(
        String id,
        String partnerId,
        String referralId,
        String dealId,
        Client client,
        MoneyJson dealAmount,
        MoneyJson amount,
        PlanRef plan,
        @Nullable String rule,
        @Nullable String rate,
        String share,
        Trigger trigger,
        CommissionStatus status,
        LocalDate closedOn,
        Instant accruedAt,
        Origin origin,
        String ledgerTransactionId,
        List<String> explanation,
        Amounts amounts,
        List<PortionView> portions,
        List<Hold> holds,
        long version) {

    static CommissionView of(LedgerTransaction accrual, Commission standing) {
        CreditedDeal deal = standing.deal();
        PricingResult outcome = Posting.of(accrual).outcome();
        Earned earned = outcome instanceof Earned some ? some : null;
        return new CommissionView(
                CommissionId.of(deal).value(),
                deal.partnerId().value(),
                deal.referralId(),
                deal.dealId(),
                deal.client(),
                MoneyJson.of(deal.amount()),
                MoneyJson.of(standing.accrued()),
                standing.plan(),
                earned == null ? null : earned.rule(),
                earned == null || earned.rate() == null ? null : earned.rate().toString(),
                deal.share().toString(),
                standing.terms().trigger(),
                standing.status(),
                deal.closedOn(),
                accrual.recordedAt(),
                deal.origin(),
                accrual.id().toString(),
                outcome.explanation(),
                Amounts.of(standing),
                standing.portions().stream().map(PortionView::of).toList(),
                standing.holds(),
                standing.revision());
    }

    /**
     * The amounts of a commission as decimal text in its currency.
     *
     * @param corrected added or taken away by later tiers, beside the accrual
     * @param adjusted added or taken away by people, beside both
     * @param clawedBack the part of these amounts that was taken back
     * @param net what remains
     * @param accrued the part of {@code net} that is not released or not due yet
     * @param netted set off against what the partner owed back
     * @param owedBack what was taken back after it had been allocated to a payout
     */
    record Amounts(
            String corrected,
            String adjusted,
            String clawedBack,
            String net,
            String accrued,
            String pending,
            String payable,
            String allocated,
            String paid,
            String netted,
            String owedBack) {

        static Amounts of(Commission commission) {
            return new Amounts(
                    text(commission.corrected()),
                    text(commission.adjusted()),
                    text(commission.clawedBack()),
                    text(commission.net()),
                    text(commission.accounts().getOrDefault(Account.ACCRUED, commission.zero())),
                    text(commission.in(State.PENDING)),
                    text(commission.in(State.PAYABLE)),
                    text(commission.in(State.ALLOCATED)),
                    text(commission.in(State.PAID)),
                    text(commission.in(State.NETTED)),
                    text(commission.owedBack()));
        }

        private static String text(Money money) {
            return money.getAmount().toPlainString();
        }
    }

    /** A portion of a commission. */
    record PortionView(int number, MoneyJson amount, LocalDate dueOn, State state, @Nullable String payoutId) {

        static PortionView of(Portion portion) {
            return new PortionView(
                    portion.number(),
                    MoneyJson.of(portion.amount()),
                    portion.dueOn(),
                    portion.state(),
                    portion.payoutId());
        }
    }
}
