package io.entente.commission.plans.inputs;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What pricing needs to know of a deal, or of a client's payment on a retainer.
 *
 * <p>A payment is priced by what it adds: the commission on all that the client has paid so far, less the commission on what
 * it had paid before. So caps, floors and size bands hold for the retainer as a whole, and rounding errors don't add up.
 *
 * @param basis what commission is worked out on: the deal's amount, before tax, or on a retainer all that the client has paid
 *     with this payment; not below zero
 * @param before the part of the basis that earlier payments had priced; zero at closing
 * @param closedOn picks the plan's version, and the year in which the deal counts
 * @param earnedOn the day of closing, or of the payment; picks the year of the yearly cap, and ends a term
 * @param retainer whether the engagement goes on while the client pays for it
 * @param payment whether this is a payment, not the closing
 * @param revenueShare the partner's part of the revenue, agreed for this deal alone
 * @param credit each partner once, with shares that add up to exactly 1
 */
public record PricedDeal(
        String id,
        Money basis,
        Money before,
        LocalDate closedOn,
        LocalDate earnedOn,
        Direction direction,
        Involvement involvement,
        boolean retainer,
        boolean payment,
        @Nullable Fraction revenueShare,
        List<Credit> credit) {

    public PricedDeal {
        Objects.requireNonNull(closedOn, "closedOn");
        Objects.requireNonNull(involvement, "involvement");
        if (basis.isLessThan(before) || before.isNegative()) {
            throw new IllegalArgumentException("deal %s is priced on %s after %s".formatted(id, basis, before));
        }
    }

    /** A deal at its closing. */
    public static PricedDeal closed(
            String id,
            Money amount,
            LocalDate closedOn,
            Direction direction,
            Involvement involvement,
            boolean retainer,
            @Nullable Fraction revenueShare,
            List<Credit> credit) {
        return new PricedDeal(
                id,
                amount,
                Money.zero(amount.getCurrencyUnit()),
                closedOn,
                closedOn,
                direction,
                involvement,
                retainer,
                false,
                revenueShare,
                credit);
    }

    /**
     * The same deal, a retainer, when its client pays.
     *
     * @param paidBefore all that it had paid on the deal before
     */
    public PricedDeal onPayment(Money paidBefore, Money paid, LocalDate paidOn) {
        return new PricedDeal(
                id,
                paidBefore.plus(paid),
                paidBefore,
                closedOn,
                paidOn,
                direction,
                involvement,
                retainer,
                true,
                revenueShare,
                credit);
    }

    /** The shares of all credited, in order. */
    public List<Fraction> shares() {
        return credit.stream().map(Credit::share).toList();
    }
}
