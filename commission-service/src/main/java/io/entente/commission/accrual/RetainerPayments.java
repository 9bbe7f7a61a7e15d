package io.entente.commission.accrual;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What a client has paid on a retainer, payment by payment in the order in which they were put on record: each is priced by what
 * it adds to those before it.
 */
final class RetainerPayments {

    private RetainerPayments() {}

    /**
     * One payment as it concerns a partner credited.
     *
     * @param credited the partner's part, priced on the payment
     */
    record Paid(DealFact fact, Credited credited) {

        CommissionId commissionId() {
            return CommissionId.of(credited.dealId(), credited.partnerId(), fact.id());
        }

        /** This and all payments before it as if they were one. */
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
                before = before.plus(fact.amount());
            }
        }
        return payments;
    }

    private static Credited of(Credited part, Money before, Money paid, LocalDate on) {
        return new Credited(
                part.index(),
                part.partnerId(),
                part.referralId(),
                part.clientKey(),
                part.deal().onPayment(before, paid, on));
    }
}
