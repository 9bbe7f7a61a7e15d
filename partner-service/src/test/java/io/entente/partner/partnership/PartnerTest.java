package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerMerged;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.partner.partnership.PartnerEvent.PauseReviewDue;
import io.entente.partner.partnership.commands.ActivatePartner;
import io.entente.partner.partnership.commands.ChangeTeam;
import io.entente.partner.partnership.commands.PausePartner;
import io.entente.partner.partnership.commands.ResumePartner;
import io.entente.partner.partnership.commands.StartReview;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");

    private static final Actor MANAGER = new Actor("user:u-1");

    private final Change<Partner, PartnerEvent> applied = Partner.apply(
            new PartnerId("par_1"),
            new RegisterPartner(
                    "Brightwater",
                    PartnershipModel.REFERRAL,
                    Tier.ACTIVE,
                    "MY",
                    ZoneId.of("Asia/Kuala_Lumpur"),
                    "ms",
                    List.of(new Contact("Aisyah", "aisyah@brightwater.example", "Director"))),
            MANAGER,
            MONDAY);

    @Test
    void an_application_is_the_partners_first_event() {
        assertThat(applied.events()).containsExactly(new PartnerApplied(MANAGER));
        assertThat(applied.state().status()).isEqualTo(PartnerStatus.APPLIED);
        assertThat(applied.state().version()).isEqualTo(1);
        assertThat(applied.state().sequence()).isEqualTo(1);
    }

    @Test
    void activation_is_the_partners_second_event() {
        Change<Partner, PartnerEvent> activated = allowed(activate(applied.state(), TUESDAY));

        assertThat(activated.events()).containsExactly(new PartnerActivated(MANAGER, true, "Known since 2019."));
        assertThat(activated.state().status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(activated.state().sequence()).isEqualTo(2);
        assertThat(activated.state().activatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void activating_again_changes_nothing() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();

        Change<Partner, PartnerEvent> again = allowed(activate(active, TUESDAY));

        assertThat(again.isNothing()).isTrue();
        assertThat(again.state()).isEqualTo(active);
    }

    @Test
    void a_new_team_is_an_event_and_the_same_team_changes_nothing() {
        List<TeamMember> team = List.of(new TeamMember("account-manager", "user:u-17", "u17@firm.example", "de", null));

        Change<Partner, PartnerEvent> changed =
                allowed(new ChangeTeam(team).applyTo(applied.state(), MANAGER, TUESDAY));

        assertThat(changed.events()).containsExactly(new PartnerTeamChanged(MANAGER));
        assertThat(changed.state().application().team()).isEqualTo(team);
        assertThat(changed.state().version()).isEqualTo(2);
        assertThat(allowed(new ChangeTeam(team).applyTo(changed.state(), MANAGER, TUESDAY))
                        .isNothing())
                .isTrue();
    }

    @Test
    void an_erased_partner_has_no_name_and_no_contacts_and_takes_no_commands() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();

        Change<Partner, PartnerEvent> erased = active.erase(TUESDAY);

        assertThat(erased.events()).isEmpty();
        assertThat(erased.state().status()).isEqualTo(PartnerStatus.ERASED);
        assertThat(erased.state().version()).isEqualTo(3);
        assertThat(erased.state().toString()).doesNotContain("Brightwater", "Aisyah");
        assertThat(erased.state().application().country()).isEqualTo("MY");
        assertThat(erased.state().erase(TUESDAY).isNothing()).isTrue();
        assertThat(activate(erased.state(), TUESDAY).rejection()).isPresent();
        assertThat(new ChangeTeam(List.of())
                        .applyTo(erased.state(), MANAGER, TUESDAY)
                        .rejection())
                .isPresent();
    }

    @Test
    void a_repeated_pause_changes_nothing_and_another_reason_or_day_prolongs_it() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();
        Partner paused = allowed(new PausePartner("Two promises missed.", LocalDate.of(2026, 4, 1))
                        .applyTo(active, MANAGER, TUESDAY))
                .state();

        assertThat(paused.standing())
                .isEqualTo(
                        new Standing(PartnerStatus.PAUSED, TUESDAY, "Two promises missed.", LocalDate.of(2026, 4, 1)));
        assertThat(allowed(new PausePartner("Two promises missed.", LocalDate.of(2026, 4, 1))
                                .applyTo(paused, MANAGER, TUESDAY))
                        .isNothing())
                .isTrue();
        Partner prolonged = allowed(new PausePartner("Two promises missed.", LocalDate.of(2026, 5, 4))
                        .applyTo(paused, MANAGER, WEDNESDAY))
                .state();
        assertThat(prolonged.standing())
                .isEqualTo(
                        new Standing(PartnerStatus.PAUSED, TUESDAY, "Two promises missed.", LocalDate.of(2026, 5, 4)));
        assertThat(new StartReview().applyTo(paused, MANAGER, TUESDAY).rejection())
                .hasValue("The partner is PAUSED, which doesn't allow start-review. Possible commands: pause, resume, "
                        + "deactivate, merge.");
    }

    @Test
    void somebody_is_reminded_of_a_pause_once_and_not_before_its_day() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();
        LocalDate day = LocalDate.of(2026, 4, 1);
        Partner paused = allowed(new PausePartner("Moving.", day).applyTo(active, MANAGER, TUESDAY))
                .state();

        assertThat(paused.remindOfPause(day.minusDays(1), Actor.SYSTEM, TUESDAY).isNothing())
                .isTrue();
        Change<Partner, PartnerEvent> reminded = paused.remindOfPause(day.plusDays(3), Actor.SYSTEM, WEDNESDAY);
        assertThat(reminded.events()).containsExactly(new PauseReviewDue(Actor.SYSTEM, day));
        assertThat(reminded.state().status()).isEqualTo(PartnerStatus.PAUSED);
        assertThat(reminded.state()
                        .remindOfPause(day.plusDays(9), Actor.SYSTEM, WEDNESDAY)
                        .isNothing())
                .isTrue();
        Partner prolonged = allowed(new PausePartner("Moving.", LocalDate.of(2026, 6, 1))
                        .applyTo(reminded.state(), MANAGER, WEDNESDAY))
                .state();
        assertThat(prolonged.standing().reviewOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        Partner resumed = allowed(new ResumePartner("Moved.").applyTo(paused, MANAGER, WEDNESDAY))
                .state();
        assertThat(resumed.standing().reviewOn()).isNull();
        assertThat(applied.state().standing().reviewOn()).isNull();
    }

    @Test
    void each_step_is_on_record_and_only_what_the_partner_must_know_explains_its_status() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();
        Partner paused = allowed(new PausePartner("Away in August.", null).applyTo(active, MANAGER, TUESDAY))
                .state();
        Partner resumed = allowed(new ResumePartner("Back in the office.").applyTo(paused, MANAGER, TUESDAY))
                .state();

        assertThat(resumed.steps())
                .extracting(LifecycleStep::action, LifecycleStep::text, LifecycleStep::actor)
                .containsExactly(
                        tuple(PartnerAction.ACTIVATE, "Known since 2019.", "user:u-1"),
                        tuple(PartnerAction.PAUSE, "Away in August.", "user:u-1"),
                        tuple(PartnerAction.RESUME, "Back in the office.", "user:u-1"));
        assertThat(resumed.standing().reason()).isNull();
        assertThat(resumed.activatedAt()).isEqualTo(MONDAY);
        assertThat(resumed.erase(TUESDAY).state().toString()).doesNotContain("August", "office");
    }

    @Test
    void a_duplicate_is_merged_once_and_into_one_record_only() {
        Partner active = allowed(activate(applied.state(), MONDAY)).state();
        PartnerId winner = new PartnerId("par_2");
        Change<Partner, PartnerEvent> merged = allowed(active.mergeInto(winner, "Renamed.", MANAGER, TUESDAY));

        assertThat(merged.events()).containsExactly(new PartnerMerged(MANAGER, winner, "Renamed."));
        assertThat(merged.state().status()).isEqualTo(PartnerStatus.INACTIVE);
        assertThat(merged.state().standing().mergedInto()).isEqualTo(winner);
        assertThat(allowed(merged.state().mergeInto(winner, "Once more.", MANAGER, TUESDAY))
                        .isNothing())
                .isTrue();
        assertThat(merged.state()
                        .mergeInto(new PartnerId("par_3"), "Renamed.", MANAGER, TUESDAY)
                        .rejection())
                .hasValue("The partner is merged into par_2 already.");
    }

    private static Decision<Change<Partner, PartnerEvent>> activate(Partner partner, Instant at) {
        return new ActivatePartner("Known since 2019.").applyTo(partner, MANAGER, at);
    }

    private static Change<Partner, PartnerEvent> allowed(Decision<Change<Partner, PartnerEvent>> decision) {
        return decision.orElseThrow();
    }
}
