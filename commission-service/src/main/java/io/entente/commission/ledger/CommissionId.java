package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;

/** A commission's id; follows from the deal and the partner credited, so that accruing twice collides. */
public record CommissionId(String value) {

    private static final String PREFIX = "com";

    public static CommissionId of(String dealId, PartnerId partner) {
        return new CommissionId(DerivedId.of(PREFIX, dealId, partner.value()));
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
