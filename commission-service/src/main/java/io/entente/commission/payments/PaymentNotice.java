package io.entente.commission.payments;

import io.entente.commission.deals.ListedFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that a payment or a refund has applied to no deal for too long.
 *
 * @param partnerId the partner of the deal if the deal is known but has another currency; null if it is unknown
 */
public record PaymentNotice(ListedFact report, @Nullable String partnerId, Instant at) {

    /** The notice's id, of which there is one for each report. */
    public String id() {
        return report.fact().key();
    }
}
