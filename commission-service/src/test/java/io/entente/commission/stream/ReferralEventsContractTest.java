package io.entente.commission.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.forecast.referrals.Stage;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Because;
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
    void a_corrected_credit_is_mentioned_without_the_partners_that_share_it() {
        String shared = Contracts.sample("referral.deal-corrected.v1")
                .replaceFirst("\"changed\"\\s*:\\s*\\[", "\"changed\":[\"credit\",");
        CorrectedDeal corrected = JSON.readValue(shared, DealCorrected.class).toCorrected(3);

        assertThat(corrected.what()).startsWith("credit, ");
        assertThat(corrected.deal().credit())
                .noneMatch(
                        credit -> corrected.what().contains(credit.partnerId().value()));
    }

    @Test
    void a_correction_is_read_with_fields_added_later() {
        CorrectedDeal corrected = JSON.readValue(
                        Contracts.sampleWithUnknownFields("referral.deal-corrected.v1"), DealCorrected.class)
                .toCorrected(2);

        assertThat(corrected.deal().amount()).isEqualTo(Money.parse("USD 10540.00"));
        assertThat(corrected.deal().closedOn()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(corrected.id()).isEqualTo("correction/2");
        assertThat(corrected.ended()).isFalse();
        assertThat(corrected.what()).isEqualTo("amount USD 15040.00 -> USD 10540.00");
        assertThat(corrected.because()).isEqualTo(Because.words("Two digits of the amount had been swapped."));
    }

    @Test
    void a_detail_that_is_added_later_is_named_without_its_values() {
        DealCorrected event = JSON.readValue(
                Contracts.sample("referral.deal-corrected.v1").replace("[\"amount\"]", "[\"closedOn\", \"colour\"]"),
                DealCorrected.class);

        assertThat(event.toCorrected(2).what()).isEqualTo("closedOn 2026-04-02 -> 2026-04-02, colour");
    }

    @Test
    void a_reversal_of_a_part_leaves_the_deal_counted() {
        DealReversed part =
                JSON.readValue(Contracts.sampleWithUnknownFields("referral.deal-reversed.v1"), DealReversed.class);

        assertThat(part.isWhole()).isFalse();
    }

    @Test
    void consent_is_read_with_fields_added_later() {
        ConsentRecorded event = JSON.readValue(
                Contracts.sampleWithUnknownFields("referral.consent-recorded.v1"), ConsentRecorded.class);

        assertThat(event.referralId()).isEqualTo("01K2D4F6G8H0J2K4M6N8P0Q2RS");
        assertThat(event.consent().isGiven()).isTrue();
    }

    @Test
    void the_course_of_a_referral_is_read_with_fields_added_later() {
        assertThat(ReferralStageListener.types()).hasSize(12).allSatisfy(type -> {
            ReferralMoved moved = JSON.readValue(Contracts.sampleWithUnknownFields(type), ReferralMoved.class);
            assertThat(moved.referralId()).startsWith("01K2D");
            assertThat(moved.partnerId()).isNotBlank();
            assertThat(moved.occurredAt()).isNotNull();
        });
    }

    @Test
    void a_submission_is_tracked_with_the_value_that_the_partner_expects() {
        ReferralSubmitted event = JSON.readValue(
                Contracts.sampleWithUnknownFields("referral.referral-submitted.v1"), ReferralSubmitted.class);

        TrackedReferral tracked = event.tracked(new PartnerId("par_1"), event.client(), LocalDate.parse("2026-03-02"));

        assertThat(tracked.expectedValue()).isEqualTo(Money.parse("USD 12000.00"));
        assertThat(tracked.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(tracked.client()).isEqualTo("Brightwater Logistics");
    }
}
