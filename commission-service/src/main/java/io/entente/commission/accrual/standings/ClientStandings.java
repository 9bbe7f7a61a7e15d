package io.entente.commission.accrual.standings;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Returns what clients have bought through partners, as of one transaction of the partner's chain. Later
 * transactions are not counted.
 */
public interface ClientStandings {

    /** Returns the amounts of a client's deals in a currency. Retainers count with what was paid. */
    Money revenue(PartnerId partner, String clientKey, CurrencyUnit currency, long number);

    /** Returns the amounts of a client's deals but one, which is a retainer. */
    Money revenueWithout(String dealId, PartnerId partner, String clientKey, CurrencyUnit currency, long number);

    /** Returns the deals of one referral of a client. */
    ReferralDeals referral(PartnerId partner, String clientKey, String referralId, long number);

    /**
     * Returns the deals of a referral that were booked before another one of its deals, as they count by now. Deals that were reversed
     * are left out, and the others have the days of their last corrections. Their number is the one of the time at which the deal was
     * booked, or 0 if none of them counts any more.
     */
    ReferralDeals before(PartnerId partner, String clientKey, String referralId, String dealId);
}
