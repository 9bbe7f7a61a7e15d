package io.entente.commission.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.commission.statements.Statement.Status;
import io.entente.commission.statements.StatementEvent.DisputeResolved;
import io.entente.commission.statements.StatementEvent.LineDisputed;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Rejected;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Instant LATER = Instant.parse("2026-07-05T01:00:00Z");

    @Test
    void a_line_can_be_disputed_until_the_time_for_disputes_is_over() {
        Instant end = StatementMother.ISSUED_AT.plus(Duration.ofDays(30));
        Statement disputed = allowed(StatementMother.issued()
                        .state()
                        .dispute(2, "Not ours.", "partner:par_pine", end.minusMillis(1)))
                .state();

        assertThat(disputed.dispute(3, "Nor this.", "partner:par_pine", end))
                .isEqualTo(new Rejected<>("The time for disputes of this statement ended at 2026-07-31T01:00:00Z."));
        assertThat(allowed(disputed.dispute(2, "Not ours.", "partner:par_pine", end)))
                .as("the same again")
                .isEqualTo(Change.nothing(disputed));
    }

    @Test
    void an_issued_statement_is_published_once() {
        Change<Statement, StatementEvent> issued = StatementMother.issued();

        assertThat(issued.events()).hasSize(1);
        assertThat(issued.state().sequence()).isEqualTo(1);
        assertThat(issued.state().finalizeAt()).isEqualTo(StatementMother.ISSUED_AT.plus(Duration.ofDays(30)));
        assertThat(issued.state()
                        .issue(Duration.ofDays(1), "finance:u-2", LATER)
                        .isNothing())
                .isTrue();
    }

    @Test
    void an_open_dispute_prevents_finalizing() {
        Change<Statement, StatementEvent> opened =
                allowed(StatementMother.issued().state().dispute(2, "Not ours.", "partner:par_pine", LATER));
        Statement disputed = opened.state();

        assertThat(opened.events()).containsExactly(new LineDisputed(2, "Not ours.", "partner:par_pine", LATER));
        assertThat(disputed.sequence()).isEqualTo(2);
        assertThat(disputed.finish("system", LATER)).isInstanceOf(Rejected.class);
        Change<Statement, StatementEvent> closed =
                allowed(disputed.resolve(2, "Corrected in July.", "finance:u-1", LATER));
        assertThat(closed.events()).containsExactly(new DisputeResolved(2, "Corrected in July.", "finance:u-1", LATER));
        Statement resolved = closed.state();
        Change<Statement, StatementEvent> finished = allowed(resolved.finish("system", LATER));

        assertThat(finished.state().status()).isEqualTo(Status.FINALIZED);
        assertThat(finished.state().figures()).isEqualTo(StatementMother.draft().figures());
        assertThat(finished.state().sequence()).isEqualTo(4);
        assertThat(finished.state().dispute(1, "Late.", "partner:par_pine", LATER))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_repeated_dispute_changes_nothing_and_a_different_one_is_refused() {
        Change<Statement, StatementEvent> opened =
                allowed(StatementMother.issued().state().dispute(2, "Not ours.", "partner:par_pine", LATER));
        Statement disputed = opened.state();
        assertThat(allowed(disputed.dispute(2, "Not ours.", "partner:par_pine", LATER)))
                .isEqualTo(Change.nothing(disputed));
        assertThat(disputed.dispute(2, "Too low.", "partner:par_pine", LATER)).isInstanceOf(Rejected.class);

        Statement resolved =
                allowed(disputed.resolve(2, "It is.", "finance:u-1", LATER)).state();
        assertThat(allowed(resolved.resolve(2, "It is.", "finance:u-1", LATER))).isEqualTo(Change.nothing(resolved));
        assertThat(resolved.resolve(2, "It isn't.", "finance:u-1", LATER)).isInstanceOf(Rejected.class);
        assertThat(resolved.resolve(3, "What?", "finance:u-1", LATER)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_draft_can_be_neither_disputed_nor_finalized() {
        assertThat(StatementMother.draft().dispute(1, "No.", "partner:par_pine", LATER))
                .isInstanceOf(Rejected.class);
        assertThat(StatementMother.draft().finish("finance:u-1", LATER)).isInstanceOf(Rejected.class);
    }

    @Test
    void figures_that_do_not_add_up_are_refused() {
        Money one = Money.parse("USD 1.00");

        assertThatThrownBy(() -> new Figures(0, one, one, one, one, Money.parse("USD 2.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> T allowed(Decision<T> decision) {
        return decision.orElseThrow();
    }
}
