package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;

/**
 * The id of a commission. It follows from the deal and the credited partner, so accruing the same deal twice leads
 * to the same id.
 */
public record CommissionId(String value) {

    private static final String PREFIX = "com";

    public static CommissionId of(String dealId, PartnerId partner) {
        return new CommissionId(DerivedId.of(PREFIX, dealId, partner.value()));
    }

    /** Returns the id of a credited deal's commission. On a retainer, each payment earns a commission of its own. */
    public static CommissionId of(CreditedDeal deal) {
        RetainerPayment payment = deal.payment();
        return payment == null
                ? of(deal.dealId(), deal.partnerId())
                : of(deal.dealId(), deal.partnerId(), payment.paymentId());
    }

    /** Returns the id of the commission that one partner earns when the deal closes. */
    public static CommissionId of(Credited part) {
        return of(part.dealId(), part.partnerId());
    }

    /** Returns the id of the commission for a client's payment on a retainer. */
    public static CommissionId of(String dealId, PartnerId partner, String paymentId) {
        return new CommissionId(DerivedId.of(PREFIX, dealId, partner.value(), paymentId));
    }

    @Override
    public String toString() {
        return value;
    }
}
