package io.entente.referral.attribution;

import static io.entente.referral.attribution.AttributedProgram.ANOTHER_OPERATOR;
import static io.entente.referral.attribution.AttributedProgram.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.policy.AttributionRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    void a_winner_that_others_wait_for_never_seems_uncontested_before_the_last_decision() {
        Stream.of("a", "b", "c").forEach(program::submit);
        List<String> uncontested = new ArrayList<>();
        watch("b", uncontested);

        program.decideFor("b", program.caseOf("b"));

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(uncontested).isEmpty();
        assertThat(program.store.isContested("b")).isTrue();
        assertThat(program.caseOf("c").holder().referralId()).isEqualTo("b");
        program.store.beforeEachStep(() -> {});
        program.decideFor("b", program.caseOf("c"));
        assertThat(program.store.isContested("b")).isFalse();
        program.assertInLine();
    }

    @Test
    void a_winner_by_appeal_never_seems_uncontested_while_another_one_waits() {
        Stream.of("a", "b", "c").forEach(program::submit);
        ConflictCase conflict = program.caseOf("b");
        program.decideFor("a", conflict);
        program.appeal(conflict, "par_b");
        List<String> uncontested = new ArrayList<>();
        watch("b", uncontested);

        program.decideFor("b", conflict, ANOTHER_OPERATOR);

        assertThat(program.phase("b")).isEqualTo(Phase.ACTIVE);
        assertThat(uncontested).isEmpty();
        assertThat(program.caseOf("c").holder().referralId()).isEqualTo("b");
        program.assertInLine();
    }

    /** Notes each step at which a referral goes on and believes that nobody else claims its client. */
    private void watch(String referral, List<String> uncontested) {
        program.store.beforeEachStep(() -> {
            boolean isActive = program.store.referrals.get(referral).phase() == Phase.ACTIVE;
            if (isActive && !program.store.isContested(referral)) {
                uncontested.add("after " + program.store.told);
            }
        });
    }

    @Test
    void a_referral_that_was_accepted_before_it_was_contested_hears_the_end_of_a_conflict_that_needs_no_decision() {
        program.submit("a");
        Introduction first = program.store.find("a").orElseThrow().introduction();
        Introduction accepted = program.introduction("b", "par_b", "Brightwater", "bw.example");
        Instant until = program.clock.instant().plus(Duration.ofDays(90));
        program.store.write(new Claimant(accepted, Phase.ACTIVE, "ACCEPTED", until, false));
        Likeness same = new Likeness(BigDecimal.ONE, List.of("domain"));
        ConflictCase conflict = ConflictCase.open(
                CaseId.of("a", "b", 1), first, accepted, same, new Policies().inForce(), program.clock.instant());
        program.store.contest("b", program.store.open(conflict));

        program.end("a");

        assertThat(program.store.isContested("b")).isFalse();
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
        program.store.write(new Claimant(reopened, Phase.ACTIVE, "REOPENED", null, false));
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
        program.store.write(new Claimant(held.introduction(), Phase.WON, "WON", null, false));

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
