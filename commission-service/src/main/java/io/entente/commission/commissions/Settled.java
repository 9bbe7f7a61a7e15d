package io.entente.commission.commissions;

import org.joda.money.Money;
import org.joda.money.MoneyUtils;

/**
 * What became of a deal after its closing, as far as a commission has settled it. Only sums are kept, because what a
 * deal earns depends on the sums alone: not on the order of the facts, nor on how often a fact was corrected.
 *
 * @param facts number of the deal's facts that are settled, in the order in which they were recorded
 * @param basis the whole amount: that of the deal or, for a retainer, of all its payments so far
 * @param paid what the client has paid; payments that were voided don't count
 * @param refunded what the client got back; refunds that were voided don't count
 * @param reversed how much of the deal was reversed
 * @param credited how much of the deal credit notes took off it; credit notes that were voided don't count
 */
public record Settled(int facts, Money basis, Money paid, Money refunded, Money reversed, Money credited) {

    public static Settled nothing(Money basis) {
        Money zero = Money.zero(basis.getCurrencyUnit());
        return new Settled(0, basis, zero, zero, zero, zero);
    }

    /** Returns the same facts for a deal whose amount was corrected. */
    public Settled on(Money corrected) {
        return new Settled(facts, corrected, paid, refunded, reversed, credited);
    }

    /**
     * The amount of the deal as it stands now. A credit note is usually the accounting side of a reversal, so the
     * greater of both lowers the deal and not their sum.
     */
    public Money deal() {
        return atLeastZero(basis.minus(MoneyUtils.max(reversed, credited)));
    }

    /**
     * The money that the firm will keep if the client pays everything that it still owes: the deal as it stands, less
     * refunds of money that was not paid too much.
     */
    public Money worth() {
        return within(MoneyUtils.max(deal(), paid).minus(refunded), deal());
    }

    /** The money that the firm keeps: payments minus refunds, between zero and the deal as it stands. */
    public Money kept() {
        return within(paid.minus(refunded), deal());
    }

    /** The part of the whole amount that the firm will not keep, whatever the client pays. */
    public Money undone() {
        return basis.minus(worth());
    }

    /** Whether the client has paid everything that it owes, or owes nothing. */
    public boolean isPaidUp() {
        return kept().isEqual(worth());
    }

    private static Money within(Money amount, Money most) {
        return amount.isGreaterThan(most) ? most : atLeastZero(amount);
    }

    private static Money atLeastZero(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }
}
