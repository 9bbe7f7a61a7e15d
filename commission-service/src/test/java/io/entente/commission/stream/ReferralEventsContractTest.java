package io.entente.commission.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.deals.DealFact;
import io.entente.testkit.Contracts;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ReferralEventsContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void a_reversal_is_read_with_fields_added_later() {
        DealFact fact = JSON.readValue(
                        Contracts.sampleWithUnknownFields("referral.deal-reversed.v1"), DealReversed.class)
                .toFact("referral.events/ref/7");

        assertThat(fact.kind()).isEqualTo(DealFact.Kind.REVERSAL);
        assertThat(fact.id()).isEqualTo("referral.events/ref/7");
        assertThat(fact.dealId()).isEqualTo("01K3E5G7H9J1K3M5N7P9Q1R3ST");
        assertThat(fact.amount()).isEqualTo(Money.parse("USD 2108.00"));
        assertThat(fact.on()).isEqualTo(LocalDate.parse("2026-09-07"));
    }

    @Test
    void a_reversal_of_an_amount_outside_the_contract_is_refused() {
        DealReversed event = JSON.readValue(
                Contracts.sample("referral.deal-reversed.v1").replace("\"2108.00\"", "\"1e999999999\""),
                DealReversed.class);

        assertThatThrownBy(() -> event.toFact("e")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void consent_is_read_with_fields_added_later() {
        ConsentRecorded event = JSON.readValue(
                Contracts.sampleWithUnknownFields("referral.consent-recorded.v1"), ConsentRecorded.class);

        assertThat(event.referralId()).isEqualTo("01K2D4F6G8H0J2K4M6N8P0Q2RS");
        assertThat(event.consent().isGiven()).isTrue();
    }
}
