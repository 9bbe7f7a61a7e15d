package io.entente.commission.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OutcomeCorrectionTest {

    private static final Instant NOW = Instant.parse("2026-05-12T07:40:00Z");

    @Test
    void the_ledger_tells_the_partner_what_was_corrected_but_not_who_of_the_firm_did_it() {
        OutcomeCorrection confirmed = OutcomeCorrection.asked(
                        "cor-3",
                        PayoutOutcome.paid(LocalDate.parse("2026-05-06"), "user:ines"),
                        PayoutOutcome.failed("The account is closed", "user:ines"),
                        "The bank sent it back",
                        "user:ines",
                        NOW)
                .confirm("user:odile", NOW.plusSeconds(60))
                .orElseThrow();

        assertThat(confirmed.explained())
                .isEqualTo(
                        "The outcome was corrected from PAID to FAILED, confirmed by a second person: The bank sent it"
                                + " back");
    }
}
