package io.entente.commission.statements;

import org.joda.money.Money;

/**
 * A statement's sums, all in its currency. Closing is opening plus earned less paid, always.
 *
 * @param referrals that the partner sent in the quarter, whatever became of them
 * @param revenue the partner's part of the deals closed and booked in the quarter
 * @param earned commission, corrections and clawbacks taken off; below zero where more was taken back than earned
 * @param paid what reached the partner, less what came back
 * @param opening brought forward: what was owed before; below zero where the partner owed it
 * @param closing carried forward
 */
public record Figures(long referrals, Money revenue, Money earned, Money paid, Money opening, Money closing) {

    public Figures {
        if (!opening.plus(earned).minus(paid).equals(closing)) {
            throw new IllegalArgumentException(
                    "%s brought forward, %s earned, %s paid don't make %s".formatted(opening, earned, paid, closing));
        }
    }

    /** Whether there is nothing to tell the partner. */
    public boolean areNothing() {
        return referrals == 0
                && revenue.isZero()
                && earned.isZero()
                && paid.isZero()
                && opening.isZero()
                && closing.isZero();
    }
}
