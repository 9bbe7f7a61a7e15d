package io.entente.commission.accrual.retainers;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * One payment on a retainer from the view of a credited partner.
 *
 * @param closing the partner's credit for the retainer
 * @param before what the firm keeps of the earlier payments within the engagement
 * @param kept what the firm keeps of this payment, so it is priced by the difference that this makes to {@code before}
 * @param most the most that the firm has kept of it so far
 * @param isReversed whether the whole retainer was reversed before this payment was recorded
 */
public record Paid(DealFact fact, Credited closing, Money before, Money kept, Money most, boolean isReversed) {

    /** Whether the client paid within the engagement. Other payments earn nothing. */
    public boolean isEngaged() {
        return !isReversed && closing.isEngagedOn(fact.on());
    }

    /** Returns the partner's credit, priced on what is kept of this payment. */
    public Credited credited() {
        return closing.on(closing.deal().onPayment(before, kept, fact.on()));
    }

    /** Returns this payment and what is kept of all earlier ones as if they were one payment. */
    public Credited asOne() {
        Money nothing = Money.zero(kept.getCurrencyUnit());
        return closing.on(closing.deal().onPayment(nothing, before.plus(kept), fact.on()));
    }

    /** Returns this payment as it was when the firm kept the most of it. */
    public Paid whole() {
        return new Paid(fact, closing, before, most, most, isReversed);
    }

    Paid keeping(Money now) {
        return new Paid(fact, closing, before, now, most, isReversed);
    }

    /** Returns this payment, knowing what the firm kept of it before something was voided. */
    Paid after(Paid was) {
        return new Paid(fact, closing, before, kept, kept.isGreaterThan(was.most) ? kept : was.most, isReversed);
    }

    /** Whether it earns the same as before. What is kept below a payment doesn't matter if nothing is kept of it. */
    boolean isPricedAs(Paid was) {
        boolean same = kept.isEqual(was.kept);
        return same && (!isEngaged() || kept.isZero() || before.isEqual(was.before));
    }

    /** Returns this payment on top of another amount. */
    public Paid on(Money below) {
        return new Paid(fact, closing, below, kept, most, isReversed);
    }

    /** Returns what a commission has settled of its payment after a number of facts of the retainer. */
    public Settled settled(int facts) {
        Money zero = Money.zero(kept.getCurrencyUnit());
        return new Settled(facts, most, most, most.minus(kept), zero, zero);
    }

    public CommissionId commissionId() {
        return CommissionId.of(closing.dealId(), closing.partnerId(), fact.id());
    }

    /** The outcome of a payment that earns nothing. */
    public NothingDue outside() {
        String sentence = "The client paid %s on %s, %s. Such a payment earns nothing."
                .formatted(
                        Texts.money(fact.amount()),
                        fact.on(),
                        isReversed ? "and the whole deal was reversed before" : outsideEngagement());
        return new NothingDue(
                Reason.OUTSIDE_ENGAGEMENT, null, List.of(Step.of("OUTSIDE_ENGAGEMENT", Map.of(), sentence)));
    }

    private String outsideEngagement() {
        Engagement engagement = closing.engagement();
        return "outside the engagement from %s to %s"
                .formatted(
                        engagement == null || engagement.startsOn() == null ? "its start" : engagement.startsOn(),
                        engagement == null || engagement.endsOn() == null ? "its end" : engagement.endsOn());
    }
}
