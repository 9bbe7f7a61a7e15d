package io.entente.commission.payouts;

import static io.entente.commission.payouts.PayoutMother.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.payouts.PayoutBatch.Status;
import io.entente.commission.payouts.Submission.Answer;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Rejected;
import org.junit.jupiter.api.Test;

class PayoutBatchTest {

    private final PayoutBatch planned = PayoutMother.batch().planned();

    @Test
    void who_planned_it_cannot_approve_it() {
        assertThat(planned.approve("finance:u-1", NOW)).isInstanceOf(Rejected.class);
        assertThat(allowed(planned.approve("finance:u-2", NOW)).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void another_spelling_of_the_same_person_cannot_approve_it() {
        assertThat(planned.approve("finance:U-1", NOW)).isInstanceOf(Rejected.class);
        assertThat(planned.approve("user:u-1", NOW)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_batch_that_pays_nobody_cannot_be_approved_but_can_be_cancelled() {
        assertThat(planned.approve(false, "finance:u-2", NOW))
                .isEqualTo(
                        new Rejected<>("The batch pays nobody, so there is nothing to approve. It can be cancelled."));
        assertThat(allowed(planned.cancel()).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void repeating_an_approval_is_refused_if_the_batch_was_cancelled_since() {
        PayoutBatch approved = allowed(planned.approve("finance:u-2", NOW));
        assertThat(allowed(approved.approve("finance:u-2", NOW))).isSameAs(approved);

        assertThat(allowed(approved.cancel()).approve("finance:u-2", NOW))
                .isEqualTo(new Rejected<>("Only a planned batch can be approved. This one is CANCELLED."));
    }

    @Test
    void it_sets_out_for_the_bank_once_and_only_when_all_payouts_are_approved() {
        PayoutBatch approved = allowed(planned.approve("finance:u-2", NOW));
        assertThat(approved.submitting("finance:u-1", NOW))
                .as("not followed yet")
                .isInstanceOf(Rejected.class);

        PayoutBatch leaving = allowed(approved.followedUp().submitting("finance:u-1", NOW));

        assertThat(leaving.submitting("finance:u-3", NOW)).isInstanceOf(Rejected.class);
        assertThat(leaving.submitted(new Submission(Answer.ACCEPTED, "")).status())
                .isEqualTo(Status.SUBMITTED);
        assertThat(leaving.submitted(new Submission(Answer.REFUSED, "")).status())
                .isEqualTo(Status.REFUSED);
        PayoutBatch doubtful = leaving.submitted(new Submission(Answer.UNKNOWN, ""));
        assertThat(doubtful.status()).isEqualTo(Status.RECONCILE_REQUIRED);
        assertThat(doubtful.submitting("finance:u-1", NOW))
                .as("never sent again")
                .isInstanceOf(Rejected.class);
        assertThat(doubtful.submitted(new Submission(Answer.ACCEPTED, ""))).isSameAs(doubtful);
    }

    @Test
    void only_what_was_not_sent_can_be_given_up_and_then_there_is_no_file() {
        PayoutBatch approved = allowed(planned.approve("finance:u-2", NOW)).followedUp();
        PayoutBatch leaving = allowed(approved.submitting("finance:u-1", NOW));

        assertThat(approved.isReleased()).isTrue();
        assertThat(allowed(approved.cancel()).isReleased()).isFalse();
        assertThat(leaving.cancel()).isInstanceOf(Rejected.class);
        assertThat(leaving.submitted(new Submission(Answer.ACCEPTED, "")).isReleased())
                .isTrue();
        assertThat(leaving.submitted(new Submission(Answer.REFUSED, "")).isReleased())
                .isFalse();
        assertThat(allowed(planned.cancel()).approve("finance:u-2", NOW)).isInstanceOf(Rejected.class);
        assertThat(PayoutMother.batch().cancel()).as("still planning").isInstanceOf(Rejected.class);
    }

    private static <T> T allowed(Decision<T> decision) {
        return decision.orElseThrow();
    }
}
