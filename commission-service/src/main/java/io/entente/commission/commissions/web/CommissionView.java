package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
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
 * @param rule the rule that prices it now; null if that was not recorded
 * @param rate the rate in force: that of the accrual or, if a later tier or a correction of the deal priced it again, the rate that
 *     this gave; null if the rule has no single rate, as for a fixed amount
 * @param accrualRate the rate by which the deal accrued at first; null if it had none or earned nothing then
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
        @Nullable String accrualRate,
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
        Priced accrued = accrued(accrual);
        Priced priced = priced(accrual, standing);
        return new CommissionView(
                CommissionId.of(deal).value(),
                deal.partnerId().value(),
                deal.referralId(),
                deal.dealId(),
                deal.client(),
                MoneyJson.of(deal.amount()),
                MoneyJson.of(standing.accrued()),
                standing.plan(),
                priced == null ? null : priced.rule(),
                rate(priced),
                rate(accrued),
                deal.share().toString(),
                standing.terms().trigger(),
                standing.status(),
                deal.closedOn(),
                accrual.recordedAt(),
                deal.origin(),
                accrual.id().toString(),
                accrual.entry().explanation(),
                Amounts.of(standing),
                standing.portions().stream().map(PortionView::of).toList(),
                standing.holds(),
                standing.revision());
    }

    /** What prices a commission now. States from before it was recorded are priced as they accrued. */
    static @Nullable Priced priced(LedgerTransaction begun, Commission standing) {
        return standing.priced() == null ? accrued(begun) : standing.priced();
    }

    private static @Nullable Priced accrued(LedgerTransaction begun) {
        return begun.entry() instanceof Posting posting && posting.outcome() instanceof Earned earned
                ? new Priced(earned.rule(), earned.rate())
                : null;
    }

    private static @Nullable String rate(@Nullable Priced priced) {
        return priced == null || priced.rate() == null ? null : priced.rate().toString();
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
