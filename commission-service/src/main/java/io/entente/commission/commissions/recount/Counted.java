package io.entente.commission.commissions.recount;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What a deal counts as among the deals of one partner.
 *
 * @param isDeal whether it is one of the partner's won deals; false if it was reversed, or if the partner has no credit
 *     for it any more
 * @param closedOn the day that decides in which year it counts
 * @param basis what it adds to the revenue of its client; for a retainer, what its client has paid
 * @param revenue the partner's part of the basis
 * @param refundable the part of the revenue that counts as refunded when nothing is kept of a retainer's payments
 * @param counts by how much the deal counts for tiers by the number of deals, from 0 to 1
 */
public record Counted(
        boolean isDeal, LocalDate closedOn, Money basis, Money revenue, Money refundable, Fraction counts) {

    /** Returns what a deal counts as when it is closed. A retainer counts as revenue with each payment. */
    public static Counted closing(CreditedDeal deal) {
        Money zero = Money.zero(deal.amount().getCurrencyUnit());
        return deal.isRetainer()
                ? new Counted(true, deal.closedOn(), zero, zero, zero, deal.counts())
                : new Counted(true, deal.closedOn(), deal.amount(), deal.revenue(), zero, deal.counts());
    }

    /** Returns what a deal counts as by the transaction that booked it. */
    public static Counted of(Posting booked) {
        Counted closing = closing(booked.deal());
        return booked.isRevenue() ? closing : closing.nothing();
    }

    /** Returns the same deal if it doesn't count at all. */
    public Counted nothing() {
        Money zero = Money.zero(basis.getCurrencyUnit());
        return new Counted(false, closedOn, zero, zero, zero, counts);
    }

    /** Returns the same deal with the revenue that a payment on a retainer added. What is refunded of it counts as refunded. */
    public Counted plus(Money paid, Money partnersPart) {
        return new Counted(
                isDeal, closedOn, basis.plus(paid), revenue.plus(partnersPart), refundable.plus(partnersPart), counts);
    }

    /** Returns what the deal adds to the deals of its year that count for tiers; zero if it isn't one of them. */
    public BigDecimal weight() {
        return isDeal ? counts.value() : BigDecimal.ZERO;
    }
}
