package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerEvent.PartnerActivated;
import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerTeamChanged;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

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
        Change<Partner, PartnerEvent> activated = allowed(applied.state().activate(MANAGER, TUESDAY));

        assertThat(activated.events()).containsExactly(new PartnerActivated(MANAGER));
        assertThat(activated.state().status()).isEqualTo(PartnerStatus.ACTIVE);
        assertThat(activated.state().sequence()).isEqualTo(2);
        assertThat(activated.state().activatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void activating_again_changes_nothing() {
        Partner active = allowed(applied.state().activate(MANAGER, MONDAY)).state();

        Change<Partner, PartnerEvent> again = allowed(active.activate(MANAGER, TUESDAY));

        assertThat(again.isNothing()).isTrue();
        assertThat(again.state()).isEqualTo(active);
    }

    @Test
    void a_new_team_is_an_event_and_the_same_team_changes_nothing() {
        List<TeamMember> team = List.of(new TeamMember("account-manager", "user:u-17", "u17@firm.example", "de", null));

        Change<Partner, PartnerEvent> changed = allowed(applied.state().changeTeam(team, MANAGER));

        assertThat(changed.events()).containsExactly(new PartnerTeamChanged(MANAGER));
        assertThat(changed.state().application().team()).isEqualTo(team);
        assertThat(changed.state().version()).isEqualTo(2);
        assertThat(allowed(changed.state().changeTeam(team, MANAGER)).isNothing())
                .isTrue();
    }

    @Test
    void an_erased_partner_has_no_name_and_no_contacts_and_takes_no_commands() {
        Partner active = allowed(applied.state().activate(MANAGER, MONDAY)).state();

        Change<Partner, PartnerEvent> erased = active.erase();

        assertThat(erased.events()).isEmpty();
        assertThat(erased.state().status()).isEqualTo(PartnerStatus.ERASED);
        assertThat(erased.state().version()).isEqualTo(3);
        assertThat(erased.state().toString()).doesNotContain("Brightwater", "Aisyah");
        assertThat(erased.state().application().country()).isEqualTo("MY");
        assertThat(erased.state().erase().isNothing()).isTrue();
        assertThat(erased.state().activate(MANAGER, TUESDAY).rejection()).isPresent();
        assertThat(erased.state().changeTeam(List.of(), MANAGER).rejection()).isPresent();
    }

    private static Change<Partner, PartnerEvent> allowed(Decision<Change<Partner, PartnerEvent>> decision) {
        return decision.orElseThrow();
    }
}
