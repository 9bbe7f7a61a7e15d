package io.entente.commission.accrual.standings;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.plans.inputs.History;
import java.math.BigDecimal;
import java.time.Period;
import org.joda.money.Money;

/**
 * The history by which a payment that was booked before is priced again. What the client had bought is taken from its other deals,
 * because something of the retainer's own earlier payments may have been voided or refunded since.
 *
 * @param atAccrual the history just before the payment was booked
 * @param number of the last transaction before that
 */
public record RetainerHistory(History atAccrual, Credited payment, ClientStandings standings, long number)
        implements History {

    @Override
    public Money clientRevenue() {
        return standings.revenueWithout(
                payment.dealId(),
                payment.partnerId(),
                payment.clientKey(),
                payment.deal().basis().getCurrencyUnit(),
                number);
    }

    @Override
    public long dealsThisYear() {
        return atAccrual.dealsThisYear();
    }

    @Override
    public BigDecimal countedThisYear() {
        return atAccrual.countedThisYear();
    }

    @Override
    public ReferralDeals referral() {
        return atAccrual.referral();
    }

    @Override
    public Conversion conversion(Period window) {
        return atAccrual.conversion(window);
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return atAccrual.earnedThisYear(planCode);
    }
}
