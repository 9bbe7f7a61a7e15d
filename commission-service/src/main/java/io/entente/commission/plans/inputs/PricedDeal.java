package io.entente.commission.plans.inputs;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The input of pricing: a deal at its closing, or a client's payment on a retainer.
 *
 * <p>A payment earns the difference that it makes: the commission on everything that the client has paid so far, minus the
 * commission on what it had paid before. Caps, floors and size bands therefore apply to the retainer as a whole, and
 * rounding errors don't add up.
 *
 * @param amount the deal's amount before tax, for a retainer as it was agreed; decides whether the deal is large enough to
 *     count for tiers
 * @param basis the amount on which commission is computed: the deal's amount before tax, or everything that the client of a
 *     retainer has paid, including this payment; not negative
 * @param before the part of the basis for which earlier payments earned commission; zero at closing
 * @param closedOn determines the version of the plan and the year in which the deal counts
 * @param earnedOn the day of closing or payment; determines the year of the yearly cap, and whether the term has ended
 * @param retainer whether the client pays for the engagement in instalments
 * @param payment whether this is a payment rather than the closing
 * @param revenueShare the partner's part of the revenue if one was agreed for this deal
 * @param credit contains each partner once; the shares add up to exactly 1
 * @param counts by how much the deal counts for tiers by the number of deals, from 0 to 1; 1 unless the plan says otherwise
 */
public record PricedDeal(
        String id,
        Money amount,
        Money basis,
        Money before,
        LocalDate closedOn,
        LocalDate earnedOn,
        Direction direction,
        Involvement involvement,
        boolean retainer,
        boolean payment,
        @Nullable Fraction revenueShare,
        List<Credit> credit,
        Fraction counts) {

    public PricedDeal {
        Objects.requireNonNull(closedOn, "closedOn");
        Objects.requireNonNull(involvement, "involvement");
        if (basis.isLessThan(before) || before.isNegative()) {
            throw new IllegalArgumentException(
                    "Deal %s has a basis of %s, of which %s was priced before".formatted(id, basis, before));
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
                amount,
                Money.zero(amount.getCurrencyUnit()),
                closedOn,
                closedOn,
                direction,
                involvement,
                retainer,
                false,
                revenueShare,
                credit,
                Fraction.WHOLE);
    }

    /** This deal, counted for tiers by the number of deals as its plan says. */
    public PricedDeal counting(Fraction weight) {
        return weight.equals(counts)
                ? this
                : new PricedDeal(
                        id,
                        amount,
                        basis,
                        before,
                        closedOn,
                        earnedOn,
                        direction,
                        involvement,
                        retainer,
                        payment,
                        revenueShare,
                        credit,
                        weight);
    }

    /**
     * This deal, which must be a retainer, at a payment of its client.
     *
     * @param paidBefore everything that the client had paid for the deal before
     */
    public PricedDeal onPayment(Money paidBefore, Money paid, LocalDate paidOn) {
        return new PricedDeal(
                id,
                amount,
                paidBefore.plus(paid),
                paidBefore,
                closedOn,
                paidOn,
                direction,
                involvement,
                retainer,
                true,
                revenueShare,
                credit,
                counts);
    }

    /** The shares of all credited partners, in order. */
    public List<Fraction> shares() {
        return credit.stream().map(Credit::share).toList();
    }
}
