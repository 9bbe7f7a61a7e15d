package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerEvent.PartnerResumed;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each status and each command, by a table that is written by hand. */
class LifecycleTest {

    private static final String TABLE =
            """
            .                    APPLIED    IN_REVIEW INFORMATION_REQUIRED APPROVED DECLINED ONBOARDING ACTIVE   PAUSED   INACTIVE ERASED
            START_REVIEW         IN_REVIEW  -         -                    -        -        -          -        -        -        -
            REQUEST_INFORMATION  -          INFORMATION_REQUIRED -         -        -        -          -        -        -        -
            PROVIDE_INFORMATION  -          -         IN_REVIEW            -        -        -          -        -        -        -
            APPROVE              -          APPROVED  -                    -        -        -          -        -        -        -
            DECLINE              -          DECLINED  DECLINED             -        -        -          -        -        -        -
            START_ONBOARDING     -          -         -                    ONBOARDING -      -          -        -        -        -
            COMPLETE_ONBOARDING  -          -         -                    -        -        ACTIVE     ACTIVE   -        -        -
            ACTIVATE             ACTIVE     -         -                    ACTIVE   -        ACTIVE     ACTIVE   -        -        -
            PAUSE                -          -         -                    -        -        -          PAUSED   PAUSED   -        -
            RESUME               -          -         -                    -        -        -          -        ACTIVE   -        -
            MERGE                INACTIVE   INACTIVE  INACTIVE             INACTIVE INACTIVE INACTIVE   INACTIVE INACTIVE INACTIVE -
            DEACTIVATE           -          -         -                    INACTIVE -        INACTIVE   INACTIVE INACTIVE -        -
            """;

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Actor MANAGER = new Actor("user:pm-4");

    private static Map<PartnerStatus, String> row(PartnerAction action) {
        List<String> lines = TABLE.lines().toList();
        String[] statuses = lines.get(0).split(" +");
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(action.name() + " "))
                .findFirst()
                .orElseThrow()
                .split(" +");
        Map<PartnerStatus, String> row = new EnumMap<>(PartnerStatus.class);
        for (int i = 1; i < statuses.length; i++) {
            row.put(PartnerStatus.valueOf(statuses[i]), cells[i]);
        }
        return row;
    }

    @ParameterizedTest
    @EnumSource(value = PartnerAction.class, mode = EnumSource.Mode.EXCLUDE, names = "CHANGE")
    void each_command_leads_to_the_status_of_the_table_or_is_refused(PartnerAction action) {
        Map<PartnerStatus, String> row = row(action);
        assertThat(row).hasSize(PartnerStatus.values().length);

        row.forEach((from, to) -> {
            Decision<Change<Partner, PartnerEvent>> decision =
                    partner(from).step(action, "why", null, new PartnerResumed(MANAGER, "why"), NOW);
            String reached = decision.fold(change -> change.state().status().name(), reason -> "-");
            assertThat(reached).as("%s of a partner that is %s", action, from).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @EnumSource(PartnerStatus.class)
    void a_refusal_lists_exactly_the_commands_that_are_possible(PartnerStatus status) {
        List<PartnerAction> possible = Arrays.stream(PartnerAction.values())
                .filter(PartnerAction::isOfPeople)
                .filter(action -> partner(status).refusal(action).isEmpty())
                .toList();

        assertThat(Lifecycle.possible(status)).isEqualTo(possible);
    }

    @Test
    void the_record_changes_in_each_status_except_after_an_erasure() {
        assertThat(Arrays.stream(PartnerStatus.values())
                        .filter(status ->
                                partner(status).refusal(PartnerAction.CHANGE).isPresent()))
                .containsExactly(PartnerStatus.ERASED);
    }

    @Test
    void a_partner_with_the_maximum_of_steps_is_refused_another_one() {
        Partner partner = partner(PartnerStatus.ACTIVE);
        for (int i = 0; i < LifecycleStep.MAX_PER_PARTNER; i++) {
            PartnerAction action = i % 2 == 0 ? PartnerAction.PAUSE : PartnerAction.RESUME;
            partner = partner.step(action, "step " + i, null, new PartnerResumed(MANAGER, "x"), NOW)
                    .orElseThrow()
                    .state();
        }

        assertThat(partner.refusal(PartnerAction.PAUSE))
                .hasValue("The partner has 300 steps on record, which is the maximum.");
    }

    private static Partner partner(PartnerStatus status) {
        RegisterPartner application = new RegisterPartner(
                "Harbourlight",
                PartnershipModel.ALLIANCE,
                Tier.STRATEGIC,
                "DE",
                ZoneId.of("Europe/Berlin"),
                "de",
                List.of(new Contact("Jana", "jana@harbourlight.example", "Partner")));
        return new Partner(
                new PartnerId("par_7"),
                3,
                3,
                new Standing(status, NOW, null, null),
                application,
                NOW,
                null,
                List.of(),
                List.of(),
                TierHistory.always(Tier.STRATEGIC));
    }
}
