package io.entente.commission.statements;

import io.entente.commission.commissions.payables.PayoutTax;
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
 * @param tax the VAT that was paid on top of {@code paid}, and the tax that was kept back from it
 * @param unpaid what the closing balance consists of; null on statements from before it was recorded
 * @param unpaidBefore what the opening balance consists of; null on statements from before it was recorded
 */
public record Figures(
        long referrals,
        Money revenue,
        Money earned,
        Money paid,
        Money opening,
        Money closing,
        Money takenBack,
        PayoutTax tax,
        @Nullable Split unpaid,
        @Nullable Split unpaidBefore) {

    public Figures {
        if (!opening.plus(earned).minus(paid).equals(closing)) {
            throw new IllegalArgumentException(
                    "An opening balance of %s, %s earned and %s paid must result in a closing balance other than %s"
                            .formatted(opening, earned, paid, closing));
        }
        requireSum(unpaid, closing);
        requireSum(unpaidBefore, opening);
    }

    /** Creates the figures of a quarter in which nothing was taken back. */
    public Figures(long referrals, Money revenue, Money earned, Money paid, Money opening, Money closing) {
        this(
                referrals,
                revenue,
                earned,
                paid,
                opening,
                closing,
                Money.zero(closing.getCurrencyUnit()),
                PayoutTax.none(closing.getCurrencyUnit()),
                null,
                null);
    }

    /**
     * Returns how much of what was earned became payable, and how much was added to what waits. Each is the movement between the
     * opening and the closing balance, so that opening plus earned minus paid is the closing balance in both parts. If more of earlier
     * commission was released than new commission waits, the waiting part is below zero. Returns null on early statements.
     */
    public @Nullable Split earnedSplit() {
        if (unpaid == null || unpaidBefore == null) {
            return null;
        }
        Money waits = unpaid.waiting().minus(unpaidBefore.waiting());
        return new Split(earned.minus(waits), waits);
    }

    private static void requireSum(@Nullable Split split, Money balance) {
        if (split != null && !split.payable().plus(split.waiting()).equals(balance)) {
            throw new IllegalArgumentException("%s payable and %s waiting must add up to the balance %s"
                    .formatted(split.payable(), split.waiting(), balance));
        }
    }

    /** What was transferred to the partner, with VAT and without withheld tax. */
    public Money transferred() {
        return tax.paid(paid);
    }

    /** Whether there is nothing to report to the partner. */
    public boolean areNothing() {
        return referrals == 0
                && revenue.isZero()
                && earned.isZero()
                && paid.isZero()
                && opening.isZero()
                && closing.isZero()
                && takenBack.isZero()
                && tax.isNone();
    }

    /**
     * The two parts of an amount that was earned.
     *
     * @param payable can be paid, or is on its way in a payout, less what the partner owes back
     * @param waiting waits for the client's payment, for its due date, or for a decision
     */
    public record Split(Money payable, Money waiting) {}
}
