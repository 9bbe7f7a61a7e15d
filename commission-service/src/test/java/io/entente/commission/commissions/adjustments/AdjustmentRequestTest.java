package io.entente.commission.commissions.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.partners.PartnerId;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AdjustmentRequestTest {

    private static final AdjustmentRequest ASKED = new AdjustmentRequest(
            new CommissionId("com_9"),
            new PartnerId("par_9"),
            "adj-44",
            Money.parse("EUR 812.50"),
            "Agreed in May",
            "user:ines",
            Instant.parse("2026-05-11T10:15:00Z"),
            AdjustmentRequest.Status.WAITING,
            null,
            1);

    @Test
    void the_ledger_tells_the_partner_why_but_not_who_of_the_firm_it_was() {
        AdjustmentRequest approved =
                ASKED.decide(AdjustmentRequest.Status.APPROVED, "user:odile").orElseThrow();

        assertThat(approved.correction().explanation())
                .containsExactly("Adjustment adj-44 of 812.50 EUR, approved by a second person: Agreed in May");
        assertThat(approved.correction().actor()).isEqualTo("user:ines");
        assertThat(ASKED.approvedAlone().correction().explanation())
                .containsExactly("Adjustment adj-44 of 812.50 EUR: Agreed in May");
    }
}
