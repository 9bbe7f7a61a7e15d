package io.entente.commission.statements;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a statement, all in its currency. The closing balance is always the opening balance plus earned minus paid.
 *
 * @param referrals that the partner sent in the quarter, whatever their result
 * @param revenue the partner's part of the deals booked in the quarter, with corrections and less {@code takenBack}; negative if more
 *     was taken back than booked
 * @param earned the commission, including corrections and clawbacks; negative if more was taken back than earned
 * @param paid what was paid to the partner minus what came back; negative if more came back than was paid
 * @param opening the balance brought forward; negative if the partner owed it
 * @param closing the balance carried forward
 * @param takenBack the partner's part of what was reversed or refunded in the quarter, whenever its deal was booked; negative if more
 *     refunds were voided than made
 * @param unpaid what the closing balance consists of; null on statements from before it was recorded
 */
public record Figures(
        long referrals,
        Money revenue,
        Money earned,
        Money paid,
        Money opening,
        Money closing,
        Money takenBack,
        @Nullable Unpaid unpaid) {

    public Figures {
        if (!opening.plus(earned).minus(paid).equals(closing)) {
            throw new IllegalArgumentException(
                    "An opening balance of %s, %s earned and %s paid must result in a closing balance other than %s"
                            .formatted(opening, earned, paid, closing));
        }
        if (unpaid != null && !unpaid.payable().plus(unpaid.waiting()).equals(closing)) {
            throw new IllegalArgumentException("%s payable and %s waiting must add up to the closing balance %s"
                    .formatted(unpaid.payable(), unpaid.waiting(), closing));
        }
    }

    /** Creates the figures of a quarter in which nothing was taken back. */
    public Figures(long referrals, Money revenue, Money earned, Money paid, Money opening, Money closing) {
        this(referrals, revenue, earned, paid, opening, closing, Money.zero(closing.getCurrencyUnit()), null);
    }

    /** Whether there is nothing to report to the partner. */
    public boolean areNothing() {
        return referrals == 0
                && revenue.isZero()
                && earned.isZero()
                && paid.isZero()
                && opening.isZero()
                && closing.isZero()
                && takenBack.isZero();
    }

    /**
     * What was earned and is not paid yet.
     *
     * @param payable can be paid now, or is on its way in a payout, less what the partner owes back
     * @param waiting waits for the client's payment, for its due date, or for a decision
     */
    public record Unpaid(Money payable, Money waiting) {}
}
