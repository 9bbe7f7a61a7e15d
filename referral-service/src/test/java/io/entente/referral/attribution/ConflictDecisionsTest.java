package io.entente.referral.attribution;

import static io.entente.referral.attribution.AttributedProgram.ANOTHER_OPERATOR;
import static io.entente.referral.attribution.AttributedProgram.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions, splits and appeals leave one holder, or those that share the client. */
class ConflictDecisionsTest {

    private final AttributedProgram program = new AttributedProgram();

    @Test
    void when_the_challenger_wins_those_who_waited_for_the_loser_wait_for_it() {
        Stream.of("a", "b", "c").forEach(program::submit);

        assertThat(program.decideFor("c", program.caseOf("c"))).isInstanceOf(ConflictHandler.Result.Done.class);

        assertThat(program.phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(program.caseOf("b").holder().referralId()).isEqualTo("c");
        program.assertInLine();
    }

    @Test
    void a_split_lets_both_continue() {
        program.submit("a");
        program.submit("b");
        program.split("b");

        assertThat(program.phase("a")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.submit("c")).isInstanceOf(Contested.class);
    }

    @Test
    void an_appeal_reverses_a_decision_once() {
        program.submit("a");
        program.submit("b");
        ConflictCase conflict = program.caseOf("b");
        program.decideFor("a", conflict);
        assertThat(program.appeal(conflict, "par_a")).isInstanceOf(ConflictHandler.Result.Refused.class);
        assertThat(program.appeal(conflict, "par_b")).isInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(program.decideFor("b", conflict)).isInstanceOf(ConflictHandler.Result.Refused.class);
        program.decideFor("b", conflict, ANOTHER_OPERATOR);

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(program.appeal(conflict, "par_a")).isInstanceOf(ConflictHandler.Result.Refused.class);
        program.assertInLine();
    }

    @Test
    void two_referrals_that_appeals_give_the_client_back_to_stand_against_each_other() {
        ConflictCase second = program.twoAppeals();
        assertThat(program.phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(program.caseOf("a").holder().referralId()).isEqualTo("b");
        program.decideFor("c", second, ANOTHER_OPERATOR);

        assertThat(program.phase("b")).isEqualTo(Phase.YIELDED);
        assertThat(program.phase("c")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(program.caseOf("a").holder().referralId()).isEqualTo("c");
        program.assertInLine();

        program.decideFor("a", program.caseOf("a"));
        assertThat(program.phase("a")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("c")).isEqualTo(Phase.YIELDED);
        program.assertInLine();
    }

    @Test
    void an_appeal_that_is_rejected_gives_nothing_back_to_a_winner_that_has_lost_the_client_to_a_third_one() {
        Stream.of("a", "b", "c").forEach(program::submit);
        ConflictCase first = program.caseOf("c");
        program.decideFor("c", first);
        program.decideFor("b", program.caseOf("b"));
        program.appeal(first, "par_a");

        assertThat(program.decideFor("c", first, ANOTHER_OPERATOR)).isInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("c")).isEqualTo(Phase.YIELDED);
        assertThat(program.phase("a")).isEqualTo(Phase.YIELDED);
        program.assertInLine();
    }

    @Test
    void a_reopened_referral_waits_for_the_one_that_an_appeal_gave_the_client_meanwhile() {
        program.submit("a");
        program.submit("b");
        ConflictCase conflict = program.caseOf("b");
        program.decideFor("a", conflict);
        program.appeal(conflict, "par_b");
        program.end("a");
        program.decideFor("b", conflict, ANOTHER_OPERATOR);
        Introduction reopened = program.store.find("a").orElseThrow().introduction();
        PendingClaimChange following = program.attribution().changing(reopened);
        program.store.write(new Claimant(reopened, Phase.ACTIVE, "REOPENED", null));
        program.attribution().changed(following);

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(program.phase("a")).isEqualTo(Phase.CONFLICTED);
        assertThat(program.caseOf("a").holder().referralId()).isEqualTo("b");
        program.assertInLine();
    }

    @Test
    void whoever_shares_the_client_keeps_it_from_newcomers_after_the_other_one_has_ended() {
        program.submit("a");
        program.submit("b");
        program.split("b");
        program.submit("c");
        program.end("a");

        assertThat(program.caseOf("c").holder().referralId()).isEqualTo("b");
        assertThat(((Contested) program.submit("d")).conflict().holder().referralId())
                .isEqualTo("b");
        program.assertInLine();
    }

    @Test
    void whoever_shares_the_client_waits_for_the_one_to_which_the_other_one_has_lost_it() {
        program.submit("a");
        program.submit("b");
        program.split("b");
        program.submit("c");
        program.decideFor("c", program.caseOf("c"));

        assertThat(program.phase("a")).isEqualTo(Phase.YIELDED);
        assertThat(program.phase("b")).isEqualTo(Phase.CONFLICTED);
        assertThat(program.caseOf("b").holder().referralId()).isEqualTo("c");
        program.assertInLine();
    }

    @Test
    void an_appeal_after_its_deadline_is_refused() {
        program.submit("a");
        program.submit("b");
        ConflictCase conflict = program.caseOf("b");
        program.decideFor("a", conflict);
        program.clock.move(Duration.ofDays(14).plusSeconds(1));

        assertThat(program.appeal(conflict, "par_b")).isInstanceOf(ConflictHandler.Result.Refused.class);
    }

    @Test
    void a_referral_with_a_deal_cannot_be_a_duplicate() {
        program.submit("a");
        program.submit("b");
        Claimant held = program.store.find("a").orElseThrow();
        program.store.write(new Claimant(held.introduction(), Phase.WON, "WON", null));

        assertThat(program.decideFor("b", program.caseOf("b"))).isInstanceOf(ConflictHandler.Result.Refused.class);
        program.split("b");
        assertThat(program.phase("a")).isEqualTo(Phase.WON);
    }

    @Test
    void under_first_introduction_the_first_referral_wins() {
        program.submit("a");
        program.submit("b");
        DecideConflict other = new DecideConflict(AttributionRule.FIRST_INTRODUCTION, "b", List.of(), "No.");

        assertThat(program.conflicts().decide(program.caseOf("b").id(), other, OPERATOR, any -> {}))
                .containsInstanceOf(ConflictHandler.Result.BadFields.class);
        DecideConflict bare = new DecideConflict(null, null, List.of(), "The first one.");
        assertThat(program.conflicts().decide(program.caseOf("b").id(), bare, OPERATOR, any -> {}))
                .containsInstanceOf(ConflictHandler.Result.Done.class);
        assertThat(program.phase("b")).isEqualTo(Phase.YIELDED);
    }
}
