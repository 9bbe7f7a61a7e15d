package io.entente.partner.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.plans.KnownPlan;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.referrals.ReferralProgress;
import io.entente.partner.referrals.ReferralProgress.Kind;
import io.entente.platform.events.envelope.EventEnvelope;
import io.entente.testkit.Contracts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The events that the service reads are read as their producers publish them. */
class ConsumedEventsContractTest {

    // The reader has the settings of EventConsumers.
    private static final ObjectReader READER = JsonMapper.builder()
            .build()
            .readerFor(ReferralMoved.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_event_about_the_course_of_a_referral_is_read_also_with_fields_of_a_later_version() {
        assertThat(ReferralMoved.KINDS).isNotEmpty().allSatisfy((type, kind) -> {
            ReferralMoved plain = READER.readValue(Contracts.sample(type));
            assertThat(READER.<ReferralMoved>readValue(Contracts.sampleWithUnknownFields(type)))
                    .isEqualTo(plain);
            ReferralProgress progress = plain.toProgress(envelope(type));
            assertThat(progress.referralId()).startsWith("01K");
            assertThat(progress.client()).isNotBlank();
        });
    }

    @Test
    void every_event_that_counts_for_a_tier_is_read_also_with_fields_of_a_later_version() {
        ObjectReader reader = JsonMapper.builder()
                .build()
                .readerFor(PartnerPerformed.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(PartnerPerformed.TYPES).hasSize(8).allSatisfy(type -> {
            PartnerPerformed plain = reader.readValue(Contracts.sample(type));
            assertThat(reader.<PartnerPerformed>readValue(Contracts.sampleWithUnknownFields(type)))
                    .isEqualTo(plain);
            assertThat(plain.partners()).contains("01K1A7Q2M8V4R6T9W3X5Y7Z0BC");
        });
    }

    @Test
    void every_event_that_counts_for_a_scorecard_is_read_also_with_fields_of_a_later_version() {
        Map<Class<?>, Set<String>> read = Map.of(
                PartnerReferred.class, PartnerReferred.TYPES,
                PartnerEngaged.class, PartnerEngaged.TYPES,
                PartnerEarned.class, PartnerEarned.TYPES);

        read.forEach((form, types) -> {
            ObjectReader reader = JsonMapper.builder()
                    .build()
                    .readerFor(form)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            assertThat(types).isNotEmpty().allSatisfy(type -> assertThat(
                            reader.<Object>readValue(Contracts.sampleWithUnknownFields(type)))
                    .isEqualTo(reader.readValue(Contracts.sample(type))));
        });
    }

    @Test
    void what_a_partner_earns_is_added_and_what_is_taken_back_is_below_zero() {
        FactsInMemory facts = new FactsInMemory();
        RecordPerformance performance = new RecordPerformance(facts);
        ObjectReader reader = JsonMapper.builder()
                .build()
                .readerFor(PartnerEarned.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        PartnerEarned.TYPES.forEach(type -> reader.<PartnerEarned>readValue(Contracts.sample(type))
                .recordTo(performance, envelope(type), ZoneOffset.UTC));

        assertThat(facts.all())
                .extracting(fact -> fact.day() + " " + fact.amount())
                .containsExactlyInAnyOrder(
                        "2026-04-02 USD 1054.00",
                        "2026-08-10 USD 400.00",
                        "2026-09-07 USD -210.80",
                        "2026-05-12 USD -1054.00");
    }

    @Test
    void plans_are_read_as_they_are_published_also_with_fields_of_a_later_version() {
        ObjectReader reader = JsonMapper.builder()
                .build()
                .readerFor(PlanMoved.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        PlanMoved published = reader.readValue(Contracts.sampleWithUnknownFields(PlanMoved.PUBLISHED));
        KnownPlan plan = published.toPlan();
        assertThat(plan.code()).isEqualTo("standard-referral");
        assertThat(plan.rates())
                .containsExactly(new BigDecimal("0.10"), new BigDecimal("0.15"), new BigDecimal("0.20"));
        assertThat(plan.tiers()).containsExactly(Tier.ACTIVE);
        assertThat(plan.effectiveTo()).isEqualTo("2027-08-31");
        assertThat(reader.<PlanMoved>readValue(Contracts.sample(PlanMoved.RETIRED))
                        .effectiveTo())
                .isEqualTo("2026-08-31");
    }

    @Test
    void the_person_who_has_to_act_now_is_the_owner() {
        assertThat(progress("referral.sla-escalated.v1").owner()).isEqualTo("user:01K0Z3A3B4C5D6E7F8G9H0J1KM");
        assertThat(progress("referral.sla-breached.v1").owner()).isEqualTo("user:01K0Z1Y2X3W4V5T6S7R8Q9P0NM");
    }

    @Test
    void a_conflict_ends_a_duplicate_and_no_other_referral() {
        String sample = Contracts.sample("referral.conflict-decided.v1");
        ReferralMoved decided = READER.readValue(sample);
        ReferralMoved duplicate = new ReferralMoved(
                decided.referralId(),
                decided.partnerId(),
                null,
                decided.client(),
                decided.service(),
                decided.occurredAt(),
                "DUPLICATE",
                null,
                null,
                null);
        ReferralMoved holds = new ReferralMoved(
                decided.referralId(),
                decided.partnerId(),
                null,
                decided.client(),
                decided.service(),
                decided.occurredAt(),
                "HOLDS_CLAIM",
                null,
                null,
                null);
        EventEnvelope envelope = envelope("referral.conflict-decided.v1");
        assertThat(duplicate.toProgress(envelope).kind()).isEqualTo(Kind.ENDED);
        assertThat(holds.toProgress(envelope).kind()).isEqualTo(Kind.BEGAN);
    }

    private static ReferralProgress progress(String type) {
        return READER.<ReferralMoved>readValue(Contracts.sample(type)).toProgress(envelope(type));
    }

    private static EventEnvelope envelope(String type) {
        return new EventEnvelope("evt_1", type, "/test", "s", Instant.EPOCH, "par_1", 1, null, null, null);
    }
}
