package io.entente.commission.accrual;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What clients have bought through partners, as of a transaction of the partner's chain; those that follow it are not counted.
 */
public interface ClientStandings {

    /** The whole amounts of a client's deals in a currency; of retainers what was paid. */
    Money revenue(PartnerId partner, String clientKey, CurrencyUnit currency, long number);

    /** The deals of one of a client's referrals. */
    ReferralDeals referral(PartnerId partner, String clientKey, String referralId, long number);
}
