package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;

/** A commission's id; follows from the deal and the partner credited, so that accruing twice collides. */
public record CommissionId(String value) {

    private static final String PREFIX = "com";

    public static CommissionId of(String dealId, PartnerId partner) {
        return new CommissionId(DerivedId.of(PREFIX, dealId, partner.value()));
    }

    /** The commission of a credited deal; on a retainer, each payment earns a commission of its own. */
    public static CommissionId of(CreditedDeal deal) {
        RetainerPayment payment = deal.payment();
        return payment == null
                ? of(deal.dealId(), deal.partnerId())
                : of(deal.dealId(), deal.partnerId(), payment.paymentId());
    }

    /** The commission that a deal's closing earns one partner. */
    public static CommissionId of(Credited part) {
        return of(part.dealId(), part.partnerId());
    }

    /** Of a client's payment on a retainer. */
    public static CommissionId of(String dealId, PartnerId partner, String paymentId) {
        return new CommissionId(DerivedId.of(PREFIX, dealId, partner.value(), paymentId));
    }

    @Override
    public String toString() {
        return value;
    }
}
