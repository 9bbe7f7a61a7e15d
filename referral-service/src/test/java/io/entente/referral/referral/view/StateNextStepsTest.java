package io.entente.referral.referral.view;

import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.TERMS;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Decision;
import io.entente.referral.clocks.ClockMother;
import io.entente.referral.protection.ExtendProtection;
import io.entente.referral.protection.RequestExtension;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralMother;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.view.NextStep.Awaited;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateNextStepsTest {

    private final MovableClock clock = new MovableClock(MONDAY);
    private final NextSteps steps = new StateNextSteps(clock);

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void something_comes_next_unless_the_referral_has_ended(ReferralStatus status) {
        boolean ended =
                switch (status) {
                    case DUPLICATE, DECLINED, WON, LOST, WITHDRAWN, EXPIRED -> true;
                    default -> false;
                };

        assertThat(steps.of(in(status)).isEmpty()).isEqualTo(ended);
    }

    @Test
    void an_answer_is_the_receivers_to_give() {
        assertThat(steps.of(ClockMother.submitted()))
                .containsExactly(new NextStep("accept", MONDAY.plus(Duration.ofHours(20)), Awaited.FIRM));
        assertThat(steps.of(ReferralMother.outbound()))
                .extracting(NextStep::awaited)
                .containsExactly(Awaited.PARTNER);
        assertThat(steps.of(in(ReferralStatus.ACTION_REQUIRED)))
                .containsExactly(new NextStep("provide-information", null, Awaited.PARTNER));
    }

    @Test
    void a_partner_in_conflict_knows_by_when_it_hears() {
        Referral conflicted = ClockMother.given(ClockMother.submitted(), ReferralMother.conflict(false), 1)
                .state();

        assertThat(steps.of(conflicted))
                .containsExactly(new NextStep("conflict-decision", MONDAY.plus(Duration.ofHours(20)), Awaited.FIRM));
    }

    @Test
    void who_asks_for_a_longer_protection_is_answered_before_it_ends() {
        Referral asked = ClockMother.given(
                        in(ReferralStatus.PROPOSAL_SENT),
                        new RequestExtension(MONDAY.plus(Duration.ofDays(150)), "They decide in July"),
                        1)
                .state();

        assertThat(steps.of(asked))
                .contains(new NextStep("extend-protection", MONDAY.plus(Duration.ofDays(90)), Awaited.FIRM));
    }

    @Test
    void the_end_of_protection_is_announced() {
        assertThat(steps.of(in(ReferralStatus.PROPOSAL_SENT)))
                .containsExactly(
                        new NextStep("client-decision", null, Awaited.CLIENT),
                        new NextStep("protection-ends", MONDAY.plus(Duration.ofDays(90)), Awaited.NOBODY));
    }

    /** An import doesn't expire referrals whose protection ended before it. */
    @Test
    void a_protection_that_has_ended_is_neither_announced_nor_extended() {
        Referral referral = ClockMother.given(
                        in(ReferralStatus.PROPOSAL_SENT),
                        new RequestExtension(MONDAY.plus(Duration.ofDays(150)), "They decide in July"),
                        1)
                .state();
        clock.move(Duration.ofDays(90));

        assertThat(steps.of(referral)).extracting(NextStep::what).containsExactly("client-decision");
        assertThat(referral.possible(false, clock.instant()))
                .contains(CommandName.LOSE)
                .doesNotContain(CommandName.EXTEND_PROTECTION, CommandName.REFUSE_EXTENSION);
        assertThat(referral.possible(true, clock.instant())).doesNotContain(CommandName.REQUEST_EXTENSION);
        assertThat(referral.take(
                        new ExtendProtection(MONDAY.plus(Duration.ofDays(120)), null), at(clock.instant()), TERMS))
                .isEqualTo(Decision.rejected("The protection of the claim ended at 2026-05-31T09:00:00Z."));
    }
}
