package io.entente.partner.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.onboarding.OnboardingEvent.OnboardingRequirementsMet;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepChanged;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepCompleted;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepOverdue;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepReopened;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepWaived;
import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.onboarding.policy.StepTemplate;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OnboardingTest {

    private static final Instant NOW = Instant.parse("2026-09-07T06:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 7);
    private static final Actor MANAGER = new Actor("user:pm-12");
    private static final Actor MEMBER = new Actor("partner:par_12/ana");

    private final Onboarding begun = Onboarding.begin(
                    partner(),
                    new OnboardingPolicy(
                            7,
                            TODAY.minusYears(1),
                            List.of(
                                    step("meet", "role:account-manager", 10, true, false, null),
                                    step("try-out", "role:trainer", 20, true, false, null),
                                    step("pitch", "partner", 15, true, true, null),
                                    step("first", "partner", 80, false, false, Trigger.FIRST_REFERRAL)),
                            List.of()),
                    TODAY,
                    NOW)
            .state();

    @Test
    void each_step_has_its_owner_and_due_date_from_the_checklist_of_the_day() {
        assertThat(begun.steps())
                .extracting(OnboardingStep::code, OnboardingStep::owner, OnboardingStep::dueOn)
                .containsExactly(
                        tuple("meet", "user:am-12", LocalDate.of(2026, 9, 17)),
                        tuple("try-out", "role:trainer", LocalDate.of(2026, 9, 27)),
                        tuple("pitch", "partner:par_12", LocalDate.of(2026, 9, 22)),
                        tuple("first", "partner:par_12", LocalDate.of(2026, 11, 26)));
        assertThat(begun.policyVersion()).isEqualTo(7);
        assertThat(begun.remindFrom()).hasValue(LocalDate.of(2026, 9, 18));
    }

    @Test
    void the_last_required_step_meets_the_requirements_once_and_the_others_go_on() {
        Onboarding one = after(begun.complete("meet", null, MANAGER, NOW));
        Onboarding two = after(one.waive("try-out", "They know it.", MANAGER, NOW));
        assertThat(two.requirementsMetAt()).isNull();

        Change<Onboarding, OnboardingEvent> met =
                two.complete("pitch", "Slides of May.", MEMBER, NOW).orElseThrow();
        assertThat(met.events())
                .containsExactly(
                        new OnboardingStepCompleted(
                                MEMBER, met.state().step("pitch").orElseThrow()),
                        new OnboardingRequirementsMet(MEMBER));
        assertThat(met.state().status()).isEqualTo(OnboardingStatus.RUNNING);
        assertThat(met.state().sequence()).isEqualTo(4);
        assertThat(met.state().reopen("pitch", "Wrong slides.", MANAGER, NOW).rejection())
                .hasValue("The partner has been activated since the step pitch was done.");

        Change<Onboarding, OnboardingEvent> all = met.state().happened(Trigger.FIRST_REFERRAL, "ref_77", NOW);
        assertThat(all.state().status()).isEqualTo(OnboardingStatus.COMPLETED);
        assertThat(all.state().step("first").orElseThrow().text()).isEqualTo("ref_77");
        assertThat(all.events()).hasSize(1);
        assertThat(all.state().happened(Trigger.FIRST_REFERRAL, "ref_78", NOW).isNothing())
                .isTrue();
    }

    @Test
    void a_partner_completes_its_own_steps_and_a_step_that_needs_evidence_gets_some() {
        assertThat(begun.complete("meet", "We met.", MEMBER, NOW).rejection()).hasValue("The step meet is the firm's.");
        assertThat(begun.complete("pitch", null, MEMBER, NOW).rejection()).hasValue("The step pitch needs evidence.");
        Onboarding done = after(begun.complete("pitch", "Slides of May.", MEMBER, NOW));
        assertThat(done.complete("pitch", "Others.", MEMBER, NOW).orElseThrow().isNothing())
                .isTrue();
    }

    @Test
    void a_step_is_reopened_with_a_reason_and_changed_while_it_is_open() {
        Onboarding done = after(begun.complete("meet", null, MANAGER, NOW));
        assertThat(done.change("meet", "user:x", TODAY, MANAGER, NOW).rejection())
                .hasValue("The step meet is DONE.");
        Change<Onboarding, OnboardingEvent> open =
                done.reopen("meet", "Two were away.", MANAGER, NOW).orElseThrow();
        OnboardingStep meet = open.state().step("meet").orElseThrow();
        assertThat(open.events()).containsExactly(new OnboardingStepReopened(MANAGER, meet, "Two were away."));
        assertThat(meet.actor()).isNull();

        Change<Onboarding, OnboardingEvent> changed = open.state()
                .change("meet", "user:pm-3", LocalDate.of(2026, 12, 1), MANAGER, NOW)
                .orElseThrow();
        assertThat(changed.events())
                .containsExactly(new OnboardingStepChanged(
                        MANAGER, changed.state().step("meet").orElseThrow()));
        assertThat(changed.state()
                        .change("meet", "user:pm-3", LocalDate.of(2026, 12, 1), MANAGER, NOW)
                        .orElseThrow()
                        .isNothing())
                .isTrue();
    }

    @Test
    void an_overdue_step_is_announced_once_and_again_after_another_due_date() {
        LocalDate due = LocalDate.of(2026, 9, 17);
        assertThat(begun.remind(due, NOW).isNothing()).as("on the due date").isTrue();

        Change<Onboarding, OnboardingEvent> reminded = begun.remind(due.plusDays(1), NOW);
        assertThat(reminded.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OnboardingStepOverdue.class,
                        event -> assertThat(event.step().code()).isEqualTo("meet"));
        assertThat(reminded.state().remind(due.plusDays(2), NOW).isNothing()).isTrue();
        assertThat(reminded.state().remindFrom()).hasValue(LocalDate.of(2026, 9, 23));

        Onboarding later = after(reminded.state().change("meet", "user:am-12", due.plusDays(4), MANAGER, NOW));
        assertThat(later.remind(due.plusDays(5), NOW).events()).hasSize(1);
    }

    @Test
    void a_waiver_of_the_onboarding_waives_what_was_required_and_leaves_the_rest() {
        Onboarding met = after(begun.complete("meet", null, MANAGER, NOW));
        Change<Onboarding, OnboardingEvent> waived = met.waiveRequirements("Known since 2020.", MANAGER, NOW);

        assertThat(waived.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        OnboardingStepWaived.class.getSimpleName(),
                        OnboardingStepWaived.class.getSimpleName(),
                        OnboardingRequirementsMet.class.getSimpleName());
        assertThat(waived.state().step("first").orElseThrow().isOpen()).isTrue();
        assertThat(waived.state().waiveRequirements("Again.", MANAGER, NOW).isNothing())
                .isTrue();
    }

    @Test
    void a_closed_onboarding_reminds_nobody_and_takes_no_commands() {
        Onboarding closed = begun.close();
        assertThat(closed.status()).isEqualTo(OnboardingStatus.CLOSED);
        assertThat(closed.remindFrom()).isEmpty();
        assertThat(closed.remind(TODAY.plusYears(1), NOW).isNothing()).isTrue();
        assertThat(closed.complete("meet", null, MANAGER, NOW).rejection())
                .hasValue("The onboarding is closed, because the partnership has ended.");
        assertThat(closed.close()).isSameAs(closed);
    }

    @Test
    void an_erasure_leaves_no_name_and_no_evidence() {
        Onboarding erased = after(begun.complete("pitch", "Slides of Ms Tan.", MANAGER, NOW))
                .erased();
        assertThat(erased.toString()).doesNotContain("Tan", "Pinewood");
        assertThat(erased.erased()).isSameAs(erased);
        assertThat(erased.waive("meet", "Ms Tan left.", MANAGER, NOW).rejection())
                .isPresent();
    }

    private static Onboarding after(Decision<Change<Onboarding, OnboardingEvent>> decision) {
        return decision.orElseThrow().state();
    }

    private static StepTemplate step(
            String code, String owner, int days, boolean required, boolean evidence, @Nullable Trigger trigger) {
        return new StepTemplate(code, owner, days, required, evidence, trigger, Map.of("en", code));
    }

    private static Partner partner() {
        return Partner.apply(
                        new PartnerId("par_12"),
                        new RegisterPartner(
                                "Pinewood Audit",
                                PartnershipModel.REFERRAL,
                                Tier.ACTIVE,
                                "ES",
                                ZoneId.of("Europe/Madrid"),
                                "es",
                                List.of(new Contact("Pilar", "pilar@pinewood.example", "Socia")),
                                List.of(new TeamMember("account-manager", "user:am-12", null, null, null))),
                        MANAGER,
                        NOW)
                .state();
    }
}
