package io.entente.referral.referral.mongo;

import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;

/** The stored form of a share of the credit. The share is text, because it must be exact. */
record CreditDocument(String partnerId, String role, String share) {

    static CreditDocument of(CreditShare credit) {
        return new CreditDocument(
                credit.partnerId(), credit.role(), credit.share().toPlainString());
    }

    CreditShare toShare() {
        return new CreditShare(partnerId, role, new BigDecimal(share));
    }
}
