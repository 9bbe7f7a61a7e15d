package io.entente.commission.plans;

import static io.entente.commission.plans.PlanMother.audience;
import static io.entente.commission.plans.PlanMother.book;
import static io.entente.commission.plans.PlanMother.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.commission.plans.PlanDecision.Accepted;
import io.entente.commission.plans.PlanDecision.Refused;
import io.entente.commission.plans.PlanDecision.Repeated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanBookTest {

    private static final PlanBook EVERY_LEVEL = book(
            plan("all", audience(""), "2000-01-01", null, "0.10"),
            plan("referral-model", audience("REFERRAL"), "2000-01-01", null, "0.11"),
            plan("strategic", audience("STRATEGIC"), "2000-01-01", null, "0.12"),
            plan("strategic-channel", audience("STRATEGIC CHANNEL"), "2000-01-01", null, "0.13"),
            plan("pine-2026", audience("par_pine"), "2026-01-01", "2026-12-31", "0.14"));

    @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
    @CsvSource({
        "par_x,    ACTIVE,    ALLIANCE, 2026-05-01, all",
        "par_x,    ACTIVE,    REFERRAL, 2026-05-01, referral-model",
        "par_x,    STRATEGIC, ALLIANCE, 2026-05-01, strategic",
        "par_x,    STRATEGIC, REFERRAL, 2026-05-01, strategic",
        "par_x,    STRATEGIC, CHANNEL,  2026-05-01, strategic-channel",
        "par_pine, STRATEGIC, CHANNEL,  2026-05-01, pine-2026",
        "par_pine, STRATEGIC, CHANNEL,  2026-01-01, pine-2026",
        "par_pine, STRATEGIC, CHANNEL,  2026-12-31, pine-2026",
        "par_pine, STRATEGIC, CHANNEL,  2027-01-01, strategic-channel",
        "par_pine, STRATEGIC, CHANNEL,  2025-12-31, strategic-channel",
        "par_pine, ACTIVE,    ALLIANCE, 2000-01-01, all",
    })
    void the_most_specific_plan_in_force_prices_the_deal(
            String id, Tier tier, PartnershipModel model, LocalDate closedOn, String expected) {
        PartnerProfile partner = PlanMother.partner(id, tier, model);

        assertThat(EVERY_LEVEL.planFor(partner, closedOn))
                .map(CommissionPlan::code)
                .contains(expected);
    }

    @ParameterizedTest(name = "a deal of {0}: {1}")
    @CsvSource({
        "2019-07-01, strategic",
        "2026-03-16, strategic",
        "2026-03-17, all",
        "2026-08-31, all",
        "2026-09-01, strategic",
        "2031-01-01, strategic",
    })
    void a_deal_is_priced_by_the_tier_of_the_day_on_which_it_closes(LocalDate closedOn, String expected) {
        PartnerProfile partner = new PartnerProfile(
                new PartnerId("par_x"),
                new TierHistory(List.of(
                        new TierPeriod(Tier.STRATEGIC, null),
                        new TierPeriod(Tier.ACTIVE, LocalDate.parse("2026-03-17")),
                        new TierPeriod(Tier.STRATEGIC, LocalDate.parse("2026-09-01")))),
                PartnershipModel.ALLIANCE,
                9,
                null,
                Set.of());

        assertThat(EVERY_LEVEL.planFor(partner, closedOn))
                .map(CommissionPlan::code)
                .contains(expected);
    }

    @Test
    void no_plan_prices_a_deal_that_closed_before_all_plans() {
        PartnerProfile partner = PlanMother.partner("par_x", Tier.ACTIVE, PartnershipModel.REFERRAL);

        assertThat(EVERY_LEVEL.planFor(partner, LocalDate.parse("1999-12-31"))).isEmpty();
    }

    @ParameterizedTest(name = "[{0}] {1}..{2} and [{3}] {4}..{5}: {6}")
    @CsvSource({
        "'',                   2026-01-01, 2026-12-31, '',                   2026-12-31, ,           true",
        "'',                   2026-01-01, 2026-12-31, '',                   2027-01-01, ,           false",
        "'',                   2026-01-01, ,           '',                   2030-01-01, 2030-01-01, true",
        "'',                   2026-01-01, ,           '',                   2025-01-01, 2025-12-31, false",
        "'',                   2026-01-01, ,           ACTIVE,               2026-01-01, ,           false",
        "ACTIVE,               2026-01-01, ,           ACTIVE,               2026-01-01, ,           true",
        "ACTIVE STRATEGIC,     2026-01-01, ,           STRATEGIC,            2026-01-01, ,           true",
        "ACTIVE,               2026-01-01, ,           STRATEGIC,            2026-01-01, ,           false",
        "ACTIVE,               2026-01-01, ,           REFERRAL,             2026-01-01, ,           false",
        "REFERRAL CHANNEL,     2026-01-01, ,           CHANNEL,              2026-01-01, ,           true",
        "ACTIVE REFERRAL,      2026-01-01, ,           ACTIVE,               2026-01-01, ,           false",
        "ACTIVE REFERRAL,      2026-01-01, ,           ACTIVE REFERRAL,      2026-01-01, ,           true",
        "ACTIVE REFERRAL,      2026-01-01, ,           ACTIVE CHANNEL,       2026-01-01, ,           false",
        "par_1,                2026-01-01, ,           par_1 par_2,          2026-06-01, ,           true",
        "par_1,                2026-01-01, ,           par_2,                2026-01-01, ,           false",
        "par_1,                2026-01-01, ,           par_1 ACTIVE,         2026-01-01, ,           true",
        "par_1 STRATEGIC,      2026-01-01, ,           par_1 ACTIVE,         2026-01-01, ,           false",
        "par_1,                2026-01-01, ,           '',                   2026-01-01, ,           false",
    })
    void plans_overlap_if_they_are_equally_specific_and_share_partners_and_days(
            String one, String from, String to, String other, String otherFrom, String otherTo, boolean overlap) {
        CommissionPlan first = plan("first", audience(one), from, to, "0.10");
        CommissionPlan second = plan("second", audience(other), otherFrom, otherTo, "0.20");

        assertThat(book(first).add(second, null) instanceof Refused).isEqualTo(overlap);
        assertThat(book(second).add(first, null) instanceof Refused).isEqualTo(overlap);
    }

    @Test
    void an_overlap_is_refused_with_the_name_and_period_of_the_other_plan() {
        PlanDecision decision =
                EVERY_LEVEL.add(plan("late", audience("par_pine par_oak"), "2026-12-01", null, "0.2"), null);

        assertThat(decision)
                .isEqualTo(
                        new Refused(
                                "appliesTo",
                                "overlaps plan pine-2026, which applies to some of the same partners from 2026-01-01 to 2026-12-31"));
    }

    @Test
    void adding_the_same_plan_again_changes_nothing_even_if_its_rate_is_written_differently() {
        CommissionPlan plan = plan("new", audience("TECHNOLOGY"), "2026-01-01", null, "0.1");
        PlanBook book = ((Accepted) EVERY_LEVEL.add(plan, null)).book();

        assertThat(book.version()).isEqualTo(2);
        assertThat(book.add(plan("new", audience("TECHNOLOGY"), "2026-01-01", null, "0.100"), null))
                .isEqualTo(new Repeated(plan));
        assertThat(book.add(plan("new", audience("TECHNOLOGY"), "2026-01-01", null, "0.11"), null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("code"));
    }

    @Test
    void an_idempotency_key_adds_only_one_plan() {
        PlanBook book = ((Accepted)
                        EVERY_LEVEL.add(plan("new", audience("TECHNOLOGY"), "2026-01-01", null, "0.1"), "req_1"))
                .book();

        assertThat(book.add(plan("other", audience("ALLIANCE"), "2026-01-01", null, "0.1"), "req_1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("Idempotency-Key"));
    }

    @Test
    void a_full_book_refuses_further_plans() {
        List<CommissionPlan> plans = IntStream.range(0, PlanBook.MAX_PLANS)
                .mapToObj(i -> plan("plan-" + i, audience("par_" + i), "2026-01-01", null, "0.1"))
                .toList();

        assertThat(new PlanBook(1, plans, Map.of()).add(plan("more", audience(""), "2026-01-01", null, "0.1"), null))
                .isInstanceOf(Refused.class);
    }
}
