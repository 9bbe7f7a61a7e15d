package io.entente.commission.accrual;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Texts;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * The client's payments on a retainer, in the order in which they were recorded. Each is priced by the difference
 * that it makes to those before it.
 */
final class RetainerPayments {

    private RetainerPayments() {}

    /**
     * One payment from the view of a credited partner.
     *
     * @param credited the partner's credit, priced on the payment
     */
    record Paid(DealFact fact, Credited credited) {

        /** Whether the client paid within the engagement. Other payments earn nothing. */
        boolean isEngaged() {
            return credited.isEngagedOn(fact.on());
        }

        /** The outcome of a payment outside the engagement. */
        NothingDue outside() {
            Engagement engagement = credited.engagement();
            String sentence =
                    "The client paid %s on %s, outside the engagement from %s to %s. Such a payment earns nothing."
                            .formatted(
                                    Texts.money(fact.amount()),
                                    fact.on(),
                                    engagement == null || engagement.startsOn() == null
                                            ? "its start"
                                            : engagement.startsOn(),
                                    engagement == null || engagement.endsOn() == null
                                            ? "its end"
                                            : engagement.endsOn());
            return new NothingDue(
                    Reason.OUTSIDE_ENGAGEMENT, null, List.of(Step.of("OUTSIDE_ENGAGEMENT", Map.of(), sentence)));
        }

        CommissionId commissionId() {
            return CommissionId.of(credited.dealId(), credited.partnerId(), fact.id());
        }

        /** Returns this payment and all earlier ones as if they were one payment. */
        Credited asOne() {
            Money nothing = Money.zero(fact.amount().getCurrencyUnit());
            return of(credited, nothing, credited.deal().basis(), fact.on());
        }
    }

    static List<Paid> of(DealFile file, Credited part) {
        List<Paid> payments = new ArrayList<>();
        Money before = Money.zero(part.deal().basis().getCurrencyUnit());
        for (DealFact fact : file.facts()) {
            if (fact.kind() == DealFact.Kind.PAYMENT && fact.amount().isSameCurrency(before)) {
                payments.add(new Paid(fact, of(part, before, fact.amount(), fact.on())));
                before = part.isEngagedOn(fact.on()) ? before.plus(fact.amount()) : before;
            }
        }
        return payments;
    }

    private static Credited of(Credited part, Money before, Money paid, LocalDate on) {
        return part.on(part.deal().onPayment(before, paid, on));
    }
}
