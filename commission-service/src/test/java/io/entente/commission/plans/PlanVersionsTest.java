package io.entente.commission.plans;

import static io.entente.commission.plans.PlanMother.audience;
import static io.entente.commission.plans.PlanMother.book;
import static io.entente.commission.plans.PlanMother.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanVersionsTest {

    private static final PartnerProfile PINE = PlanMother.partner("par_pine", Tier.ACTIVE, PartnershipModel.REFERRAL);
    private static final PlanBook BOOK = book(plan("active", audience("ACTIVE"), "2020-01-01", null, "0.10"));

    @Test
    void a_version_prices_from_its_first_day_and_the_previous_one_until_the_day_before() {
        PlanBook after = accepted(BOOK.addVersion(next("2026-07-01", "0.12"), null));

        assertThat(pricing(after, "2026-06-30")).isEqualTo(new PlanRef("active", 1));
        assertThat(pricing(after, "2026-07-01")).isEqualTo(new PlanRef("active", 2));
        assertThat(after.find("active")).map(CommissionPlan::version).contains(2L);
        assertThat(after.version(new PlanRef("active", 1)))
                .map(CommissionPlan::period)
                .contains(new Period(LocalDate.parse("2020-01-01"), LocalDate.parse("2026-06-30")));
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void a_repeated_version_is_recognised_even_if_a_later_version_or_retirement_ended_it() {
        PlanBook after = accepted(BOOK.addVersion(next("2026-07-01", "0.12"), "req_1"));

        assertThat(after.addVersion(next("2026-07-01", "0.120"), null)).isInstanceOf(Repeated.class);
        assertThat(after.addVersion(next("2026-07-01", "0.12"), "req_1")).isInstanceOf(Repeated.class);
        PlanBook ended = accepted(after.retire("active", LocalDate.parse("2026-12-31")));
        assertThat(ended.addVersion(next("2026-07-01", "0.12"), null)).isInstanceOf(Repeated.class);
        assertThat(ended.add(plan("active", audience("ACTIVE"), "2020-01-01", null, "0.10"), null))
                .isInstanceOf(Repeated.class);
    }

    @Test
    void an_idempotency_key_adds_only_one_version() {
        PlanBook after = accepted(BOOK.addVersion(next("2026-07-01", "0.12"), "req_1"));

        assertThat(after.addVersion(next("2026-08-01", "0.13"), "req_1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01", "2019-12-31"})
    void a_version_must_start_after_the_previous_one(String from) {
        assertThat(BOOK.addVersion(next(from, "0.12"), null))
                .isEqualTo(new Refused("effectiveFrom", "must be after 2020-01-01, when version 1 begins"));
    }

    @Test
    void a_version_that_overlaps_another_plan_is_refused_with_the_name_of_that_plan() {
        PlanBook two = accepted(BOOK.add(plan("strategic", audience("STRATEGIC"), "2020-01-01", null, "0.2"), null));
        CommissionPlan wider = plan("active", audience("ACTIVE STRATEGIC"), "2026-07-01", null, "0.12");

        assertThat(two.addVersion(wider, null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("appliesTo");
            assertThat(refused.reason()).contains("strategic");
        });
    }

    @Test
    void a_version_that_starts_after_the_end_of_the_plan_leaves_a_gap() {
        PlanBook ended = accepted(BOOK.retire("active", LocalDate.parse("2025-12-31")));
        PlanBook again = accepted(ended.addVersion(next("2026-07-01", "0.12"), null));

        assertThat(again.planFor(PINE, LocalDate.parse("2026-06-30"))).isEmpty();
        assertThat(pricing(again, "2025-12-31")).isEqualTo(new PlanRef("active", 1));
        assertThat(pricing(again, "2026-07-01")).isEqualTo(new PlanRef("active", 2));
    }

    @Test
    void a_retired_plan_prices_deals_until_its_last_day() {
        PlanBook ended = accepted(BOOK.retire("active", LocalDate.parse("2026-12-31")));

        assertThat(pricing(ended, "2026-12-31")).isEqualTo(new PlanRef("active", 1));
        assertThat(ended.planFor(PINE, LocalDate.parse("2027-01-01"))).isEmpty();
        assertThat(ended.retire("active", LocalDate.parse("2026-12-31"))).isInstanceOf(Repeated.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2027-01-01, must not be after 2026-12-31, 'when the plan ends already'",
        "2019-12-31, must not be before 2020-01-01, 'when version 1 begins'",
    })
    void a_plan_cannot_end_before_it_begins_or_be_prolonged(String on, String message, String why) {
        PlanBook ended = accepted(BOOK.retire("active", LocalDate.parse("2026-12-31")));

        assertThat(ended.retire("active", LocalDate.parse(on))).isEqualTo(new Refused("on", message + ", " + why));
    }

    @Test
    void a_key_that_was_stored_before_plans_had_versions_is_still_recognised() {
        PlanBook old = new PlanBook(1, BOOK.plans(), Map.of("req_0", "active"));

        assertThat(old.add(plan("active", audience("ACTIVE"), "2020-01-01", null, "0.10"), "req_0"))
                .isInstanceOf(Repeated.class);
        assertThat(old.add(plan("other", audience("STRATEGIC"), "2020-01-01", null, "0.10"), "req_0"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_list_of_newest_plans_has_one_version_of_each() {
        PlanBook after = accepted(BOOK.addVersion(next("2026-07-01", "0.12"), null));
        PlanBook two = accepted(after.add(plan("a-first", audience("STRATEGIC"), "2020-01-01", null, "0.2"), null));

        assertThat(two.newest())
                .extracting(CommissionPlan::ref)
                .isEqualTo(List.of(new PlanRef("a-first", 1), new PlanRef("active", 2)));
    }

    private static PlanRef pricing(PlanBook book, String closedOn) {
        return book.planFor(PINE, LocalDate.parse(closedOn)).orElseThrow().ref();
    }

    private static CommissionPlan next(String from, String rate) {
        return plan("active", audience("ACTIVE"), from, null, rate);
    }

    private static PlanBook accepted(PlanDecision decision) {
        return ((Accepted) decision).book();
    }
}
