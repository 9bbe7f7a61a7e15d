package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Fraction;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A deal as it concerns one partner credited with it.
 *
 * @param partnerId whose money it is; on a co-sold deal not always the referral's partner
 * @param amount of the whole deal
 * @param revenue the partner's part of that
 */
public record CreditedDeal(
        PartnerId partnerId,
        String dealId,
        String referralId,
        Client client,
        Money amount,
        Money revenue,
        Fraction share,
        LocalDate closedOn,
        Origin origin) {

    public CommissionId commissionId() {
        return CommissionId.of(dealId, partnerId);
    }
}
