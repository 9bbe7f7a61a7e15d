package io.entente.commission.accrual.retainers;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.rules.Because;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records that a payment on a retainer counts differently as revenue, because a correction has moved it into the engagement or out of
 * it, or has changed the partner's share, or because a person refused the commission of the retainer as a self-referral.
 */
public final class PaymentRecounts {

    private final Recounts recounts;

    public PaymentRecounts(Recounts recounts) {
        this.recounts = recounts;
    }

    /** Returns a payment as it counts now. */
    public CreditedDeal present(LedgerTransaction accrual) {
        return recounts.present(accrual);
    }

    /**
     * Records a correction once.
     *
     * @param accrual the transaction that booked the payment
     * @param after the payment as it counts after the correction
     * @param plan the version that prices it after the correction; null if none does
     * @return the transaction of the last recount of the payment; empty if there is none, because the payment counts as it was booked
     */
    public Optional<LedgerTransaction> write(
            CorrectedDeal corrected, LedgerTransaction accrual, CreditedDeal after, @Nullable PlanRef plan) {
        CommissionId id = CommissionId.of(after);
        return recounts.write(id, corrected.sequence(), last -> {
            CreditedDeal before = last == null ? recounts.present(accrual) : last.deal();
            return before.revenue().isEqual(after.revenue())
                    ? Optional.empty()
                    : Optional.of(new Recount(
                            after,
                            plan,
                            last == null ? 1 : last.number() + 1,
                            corrected.sequence(),
                            false,
                            false,
                            counted(before),
                            counted(after),
                            null,
                            corrected.because(),
                            corrected.actor(),
                            explanation(corrected, accrual, before, after)));
        });
    }

    /** Records once that a person refused the commission of the retainer, after which the payment is none of the partner's revenue. */
    public void write(SelfReferralCase refused, LedgerTransaction accrual) {
        CreditedDeal present = recounts.present(accrual);
        recounts.write(CommissionId.of(present), last -> {
            CreditedDeal before = last == null ? present : last.deal();
            return before.revenue().isZero()
                    ? Optional.empty()
                    : Optional.of(new Recount(
                            before.uncounted(),
                            last == null ? null : last.plan(),
                            last == null ? 1 : last.number() + 1,
                            last == null ? 0 : last.sequence(),
                            false,
                            true,
                            counted(before),
                            counted(before.uncounted()),
                            null,
                            Because.words(String.valueOf(refused.reason())),
                            String.valueOf(refused.decidedBy()),
                            List.of(
                                    refused.evidence(),
                                    "A person refused the commission of deal %s, so the payment of ledger transaction %s counts no more."
                                            .formatted(refused.dealId(), accrual.id()))));
        });
    }

    /** What a payment counts as. It is no deal, so it counts as revenue alone. */
    private static Counted counted(CreditedDeal payment) {
        Money nothing = Money.zero(payment.basis().getCurrencyUnit());
        boolean counts = payment.revenue().isPositive();
        return new Counted(
                false,
                payment.earnedOn(),
                counts ? payment.basis() : nothing,
                payment.revenue(),
                nothing,
                payment.counts());
    }

    private static List<String> explanation(
            CorrectedDeal corrected, LedgerTransaction accrual, CreditedDeal before, CreditedDeal after) {
        RetainerPayment payment = Objects.requireNonNull(after.payment());
        return List.of(
                "Deal %s was corrected (correction %d): %s. %s"
                        .formatted(
                                after.dealId(),
                                corrected.number(),
                                corrected.what(),
                                corrected.because().words()),
                "Payment %s of %s on %s was booked by ledger transaction %s. It counts as revenue of %s now; before, it counted as %s."
                        .formatted(
                                payment.paymentId(),
                                Texts.money(payment.amount()),
                                payment.paidOn(),
                                accrual.id(),
                                Texts.money(after.revenue()),
                                Texts.money(before.revenue())));
    }
}
