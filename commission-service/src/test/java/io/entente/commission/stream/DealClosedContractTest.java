package io.entente.commission.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.deals.Deal;
import io.entente.commission.deals.Origin;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.testkit.Contracts;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class DealClosedContractTest {

    private static final String TYPE = "referral.deal-closed.v1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void the_sample_is_read_with_fields_added_later() {
        Deal deal = JSON.readValue(Contracts.sampleWithUnknownFields(TYPE), DealClosed.class)
                .toDeal();

        assertThat(deal.id()).isEqualTo("01K3E5G7H9J1K3M5N7P9Q1R3ST");
        assertThat(deal.amount()).isEqualTo(Money.parse("USD 10540.00"));
        assertThat(deal.closedOn()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(deal.client().organisation()).isEqualTo("Brightwater Logistics");
        assertThat(deal.credit()).hasSize(1);
        assertThat(deal.credit().get(0).share()).isEqualTo(Fraction.WHOLE);
        assertThat(deal.origin()).isEqualTo(Origin.LIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1.00", "10540.001", "", "ten"})
    void an_amount_outside_the_contract_is_refused(String amount) {
        DealClosed event = JSON.readValue(Contracts.sample(TYPE).replace("10540.00", amount), DealClosed.class);

        assertThatThrownBy(event::toDeal).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealId", "referralId", "client", "amount", "closedOn", "credit", "origin"})
    void an_event_without_what_prices_it_is_refused_by_the_field(String field) {
        DealClosed event =
                JSON.readValue(Contracts.sample(TYPE).replace("\"" + field + "\":", "\"other\":"), DealClosed.class);

        assertThatThrownBy(event::toDeal).isInstanceOf(RuntimeException.class).hasMessageContaining(field);
    }
}
