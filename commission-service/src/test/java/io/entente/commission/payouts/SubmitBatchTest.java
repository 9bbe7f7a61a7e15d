package io.entente.commission.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Rejected;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmitBatchTest {

    private final Clock clock = Clock.fixed(PayoutMother.NOW, ZoneOffset.UTC);
    private final OneBatch batches = new OneBatch(PayoutMother.batch()
            .planned()
            .approve("finance:u-2", PayoutMother.NOW)
            .orElseThrow()
            .followedUp());

    private final ListedPayouts none = new ListedPayouts(List.of());
    private final FollowBatch follow =
            new FollowBatch(batches, none, new SettlePayout(none, new BookedMoney(), clock), clock, failure -> false);

    @Test
    void a_batch_that_lacks_something_stays_approved_and_nothing_is_sent() {
        SubmitBatch submit = new SubmitBatch(batches, new NoAccount(), follow, clock);

        assertThat(submit.submit("pob_1", "finance:u-1"))
                .isEqualTo(new Rejected<PayoutBatch>("The account isn't set."));

        assertThat(batches.find("pob_1").orElseThrow().status()).isEqualTo(PayoutBatch.Status.APPROVED);
    }

    @Test
    void a_batch_without_a_file_is_submitted_by_a_person_who_says_how_it_is_paid() {
        Bank byHand = new NoAccount() {
            @Override
            public Optional<Submission> submitWithoutFile(PayoutBatch batch, String how) {
                return Optional.of(new Submission(Submission.Answer.ACCEPTED, "Without a file: " + how));
            }
        };

        PayoutBatch submitted = new SubmitBatch(batches, byHand, follow, clock)
                .submitWithoutFile("pob_1", "Entered on the bank's site.", "finance:u-1")
                .orElseThrow();

        assertThat(submitted.status()).isEqualTo(PayoutBatch.Status.SUBMITTED);
        assertThat(submitted.note()).isEqualTo("Without a file: Entered on the bank's site.");
        assertThat(submitted.submittedBy()).isEqualTo("finance:u-1");
    }

    @Test
    void a_batch_that_a_connected_bank_gets_is_not_paid_by_hand_as_well() {
        Decision<PayoutBatch> decision = new SubmitBatch(batches, new NoAccount(), follow, clock)
                .submitWithoutFile("pob_1", "By cheque.", "finance:u-1");

        assertThat(decision.rejection().orElse("")).contains("A bank is connected");
        assertThat(batches.find("pob_1").orElseThrow().status()).isEqualTo(PayoutBatch.Status.APPROVED);
    }

    private static class NoAccount implements Bank {

        @Override
        public Optional<String> missing(PayoutBatch batch) {
            return Optional.of("The account isn't set.");
        }

        @Override
        public Optional<String> problem(Payout payout) {
            return Optional.empty();
        }

        @Override
        public Submission submit(PayoutBatch batch) {
            throw new AssertionError("sent");
        }
    }
}
