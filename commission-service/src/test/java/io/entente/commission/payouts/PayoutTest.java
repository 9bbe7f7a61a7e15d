package io.entente.commission.payouts;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static io.entente.commission.payouts.PayoutMother.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payouts.Payout.State;
import io.entente.commission.payouts.PayoutEvent.PayoutPaid;
import io.entente.commission.payouts.PayoutEvent.PayoutReturned;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Allowed;
import io.entente.platform.domain.Decision.Rejected;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayoutTest {

    private static final PayoutOutcome PAID = PayoutOutcome.paid(TODAY, "finance:u-1");
    private static final PayoutOutcome FAILED = PayoutOutcome.failed("The account is closed.", "finance:u-1");
    private static final PayoutOutcome RETURNED =
            PayoutOutcome.returned(TODAY, "Name and number differ.", "finance:u-1");
    private static final PayoutOutcome CANCELLED = PayoutOutcome.cancelled("finance:u-1");

    @Test
    void a_payout_that_was_paid_can_come_back() {
        Change<Payout, PayoutEvent> paid = settled(PayoutMother.submitted(), PAID);
        Change<Payout, PayoutEvent> returned = settled(paid.state(), RETURNED);

        assertThat(paid.state().state()).isEqualTo(State.PAID);
        assertThat(paid.events()).singleElement().isInstanceOf(PayoutPaid.class);
        assertThat(returned.state().state()).isEqualTo(State.RETURNED);
        assertThat(returned.events()).singleElement().isInstanceOf(PayoutReturned.class);
        assertThat(returned.state().sequence()).as("approved, paid, returned").isEqualTo(3);
    }

    @Test
    void while_one_outcome_is_being_settled_no_other_is_taken() {
        Payout begun = allowed(PayoutMother.submitted().settle(PAID));

        assertThat(begun.isSettling()).isTrue();
        assertThat(allowed(begun.settle(PAID))).isSameAs(begun);
        assertThat(begun.settle(FAILED)).isInstanceOf(Rejected.class);
        assertThat(begun.settle(PayoutOutcome.paid(TODAY.plusDays(1), "finance:u-1")))
                .isInstanceOf(Rejected.class);
        assertThat(begun.doubt("Who knows.")).isInstanceOf(Rejected.class);
    }

    @Test
    void what_is_reported_again_changes_nothing() {
        Payout paid = settled(PayoutMother.submitted(), PAID).state();

        assertThat(allowed(paid.settle(PAID))).isSameAs(paid);
        assertThat(paid.settled("par/1", NOW).isNothing()).isTrue();
        assertThat(paid.settle(FAILED)).isInstanceOf(Rejected.class);
    }

    @Test
    void in_doubt_a_person_decides() {
        Payout doubtful = allowed(PayoutMother.submitted().doubt("The bank doesn't answer."));

        assertThat(doubtful.state()).isEqualTo(State.RECONCILE_REQUIRED);
        assertThat(doubtful.submit(true, null).isNothing())
                .as("never sent again")
                .isTrue();
        assertThat(settled(doubtful, PAID).state().state()).isEqualTo(State.PAID);
        assertThat(settled(doubtful, FAILED).state().state()).isEqualTo(State.FAILED);
    }

    /** Every state against every outcome: what isn't named here is refused. */
    @Test
    void outcomes_follow_only_where_they_can() {
        Payout planned = PayoutMother.planned(PayoutMother.payee("par_nord"), "EUR 100.00");
        Payout approved = planned.approve(null, "finance:u-2", NOW).state();
        Payout submitted = PayoutMother.submitted();
        List<Payout> all = List.of(
                planned,
                approved,
                submitted,
                allowed(submitted.doubt("?")),
                settled(submitted, PAID).state(),
                settled(submitted, FAILED).state(),
                settled(settled(submitted, PAID).state(), RETURNED).state(),
                settled(planned, CANCELLED).state());
        check(all, PAID, EnumSet.of(State.SUBMITTED, State.RECONCILE_REQUIRED, State.PAID));
        check(all, FAILED, EnumSet.of(State.APPROVED, State.SUBMITTED, State.RECONCILE_REQUIRED, State.FAILED));
        check(all, RETURNED, EnumSet.of(State.PAID, State.RETURNED));
        check(all, CANCELLED, EnumSet.of(State.PLANNED, State.CANCELLED));
    }

    @Test
    void references_fit_the_bank_and_differ() {
        Payout one = PayoutMother.planned(PayoutMother.payee("par_a"), "EUR 1.00");
        Payout other = PayoutMother.planned(PayoutMother.payee("par_b"), "EUR 1.00");

        assertThat(one.id().endToEndId())
                .hasSizeLessThanOrEqualTo(35)
                .isNotEqualTo(other.id().endToEndId());
        assertThat(PayoutMother.batch().submissionKey()).hasSizeLessThanOrEqualTo(35);
    }

    private static void check(List<Payout> all, PayoutOutcome outcome, Set<State> from) {
        for (Payout payout : all) {
            assertThat(payout.settle(outcome) instanceof Allowed)
                    .as("%s to %s", payout.state(), outcome.kind())
                    .isEqualTo(from.contains(payout.state()));
        }
    }

    private static Change<Payout, PayoutEvent> settled(Payout payout, PayoutOutcome outcome) {
        return allowed(payout.settle(outcome)).settled("par_nord/000000000001", NOW);
    }

    private static <T> T allowed(Decision<T> decision) {
        return decision.orElseThrow();
    }
}
