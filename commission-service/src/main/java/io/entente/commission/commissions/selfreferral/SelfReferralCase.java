package io.entente.commission.commissions.selfreferral;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal whose client seems to be the credited partner itself. Its commission is on hold until a person decides.
 *
 * @param commission the commission of the deal's closing, which identifies the case
 * @param amount the amount of the deal
 * @param evidence the sentence that says what matches
 * @param decidedBy null while the case is open
 * @param reason null while the case is open
 */
public record SelfReferralCase(
        CommissionId commission,
        PartnerId partnerId,
        String dealId,
        String referralId,
        Client client,
        Money amount,
        String evidence,
        Instant openedAt,
        Status status,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /** What was decided. */
    public enum Status {
        /** Nobody has decided yet. */
        OPEN,
        /** The commission is due. */
        ALLOWED,
        /** No commission is due. */
        REFUSED
    }

    static SelfReferralCase open(CreditedDeal deal, String evidence, Instant now) {
        return new SelfReferralCase(
                CommissionId.of(deal.dealId(), deal.partnerId()),
                deal.partnerId(),
                deal.dealId(),
                deal.referralId(),
                deal.client(),
                deal.amount(),
                evidence,
                now,
                Status.OPEN,
                null,
                null);
    }

    SelfReferralCase decided(Status as, String by, String why) {
        return new SelfReferralCase(
                commission, partnerId, dealId, referralId, client, amount, evidence, openedAt, as, by, why);
    }
}
