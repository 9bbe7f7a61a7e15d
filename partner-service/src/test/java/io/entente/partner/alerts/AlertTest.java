package io.entente.partner.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.alerts.AlertPolicy.Concentration;
import io.entente.partner.alerts.AlertPolicy.FallingSatisfaction;
import io.entente.partner.alerts.AlertPolicy.OneSidedFlow;
import io.entente.partner.alerts.Finding.AlertFigure;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTest {

    static final AlertPolicy POLICY = new AlertPolicy(
            3,
            LocalDate.parse("2020-01-01"),
            new FallingSatisfaction(4, new BigDecimal("1.2"), 2),
            75,
            new OneSidedFlow(18, 4),
            new Concentration(2, new BigDecimal("70")),
            30);

    private static final LocalDate TODAY = LocalDate.parse("2027-03-08");
    private static final Instant NOW = Instant.parse("2027-03-08T01:00:00Z");
    private static final Actor ANN = new Actor("user:ann");
    private static final Optional<Finding> SILENT =
            Optional.of(new Finding(AlertKind.SILENCE, "par_7", List.of(new AlertFigure("days", "75"))));

    private final Alert raised = Alert.first(SILENT.get(), TODAY, POLICY).state();

    @Test
    void an_alert_is_raised_once_as_long_as_somebody_has_to_do_something_about_it() {
        assertThat(raised.id()).isEqualTo("par_7-SILENCE");
        assertThat(after(raised, SILENT, 1).isNothing()).isTrue();

        Alert acknowledged =
                raised.acknowledge("I'll call them.", ANN, NOW).orElseThrow().state();

        assertThat(acknowledged.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(after(acknowledged, SILENT, 200).state()).isSameAs(acknowledged);
        assertThat(acknowledged.acknowledge("Again.", ANN, NOW).orElseThrow().state())
                .isSameAs(acknowledged);
    }

    @Test
    void a_closed_alert_comes_again_after_the_days_of_the_policy_with_the_next_number() {
        Alert closed =
                raised.close("They were on leave.", ANN, NOW).orElseThrow().state();

        assertThat(after(closed, SILENT, 29).isNothing()).isTrue();
        Change<Alert, AlertRaised> again = after(closed, SILENT, 30);

        assertThat(again.events()).containsExactly(new AlertRaised(again.state()));
        assertThat(again.state().number()).isEqualTo(2);
        assertThat(again.state().status()).isEqualTo(AlertStatus.OPEN);
        assertThat(again.state().decidedBy()).isNull();
        assertThat(closed.acknowledge("Late.", ANN, NOW).rejection()).isPresent();
    }

    @Test
    void an_alert_is_resolved_when_the_figures_lead_to_it_no_more_and_comes_again_at_once() {
        Change<Alert, AlertRaised> resolved = after(raised, Optional.empty(), 3);

        assertThat(resolved.state().status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(resolved.events()).isEmpty();
        assertThat(after(resolved.state(), Optional.empty(), 4).state()).isSameAs(resolved.state());
        assertThat(after(resolved.state(), SILENT, 4).events()).hasSize(1);
    }

    @Test
    void an_erasure_changes_the_note_and_nothing_else() {
        Alert closed = raised.close("Mr Quickthorn was on leave.", ANN, NOW)
                .orElseThrow()
                .state();

        Alert redacted =
                closed.withNote(note -> note.replace("Quickthorn", "[erased]")).state();

        assertThat(redacted.note()).isEqualTo("Mr [erased] was on leave.");
        assertThat(redacted.version()).isEqualTo(closed.version() + 1);
        assertThat(redacted.decidedBy()).isEqualTo(closed.decidedBy());
        assertThat(redacted.withNote(note -> null).state().note()).isNull();
        assertThat(raised.withNote(note -> "x").state()).isSameAs(raised);
    }

    @Test
    void there_is_one_alert_of_concentration_whoever_brings_most() {
        assertThat(Alert.id(AlertKind.CONCENTRATION, "par_1")).isEqualTo(Alert.id(AlertKind.CONCENTRATION, "par_2"));
    }

    private static Change<Alert, AlertRaised> after(Alert alert, Optional<Finding> finding, int days) {
        return alert.after(finding, TODAY.plusDays(days), POLICY, NOW, ZoneOffset.UTC);
    }
}
