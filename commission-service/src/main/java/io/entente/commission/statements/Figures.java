package io.entente.commission.statements;

import org.joda.money.Money;

/**
 * The sums of a statement, all in its currency. The closing balance is always the opening balance plus earned minus paid.
 *
 * @param referrals that the partner sent in the quarter, whatever their result
 * @param revenue the partner's part of the deals closed and booked in the quarter
 * @param earned the commission, including corrections and clawbacks; negative if more was taken back than earned
 * @param paid what was paid to the partner minus what came back
 * @param opening the balance brought forward; negative if the partner owed it
 * @param closing the balance carried forward
 */
public record Figures(long referrals, Money revenue, Money earned, Money paid, Money opening, Money closing) {

    public Figures {
        if (!opening.plus(earned).minus(paid).equals(closing)) {
            throw new IllegalArgumentException(
                    "An opening balance of %s, %s earned and %s paid must result in a closing balance other than %s"
                            .formatted(opening, earned, paid, closing));
        }
    }

    /** Whether there is nothing to report to the partner. */
    public boolean areNothing() {
        return referrals == 0
                && revenue.isZero()
                && earned.isZero()
                && paid.isZero()
                && opening.isZero()
                && closing.isZero();
    }
}
