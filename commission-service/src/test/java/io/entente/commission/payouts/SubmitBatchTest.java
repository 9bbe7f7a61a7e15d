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

    @Test
    void a_batch_that_lacks_something_stays_approved_and_nothing_is_sent() {
        Bank bank = new Bank() {
            @Override
            public Optional<String> missing(PayoutBatch batch) {
                return Optional.of("The account isn't set.");
            }

            @Override
            public Submission submit(PayoutBatch batch) {
                throw new AssertionError("sent");
            }
        };
        ListedPayouts none = new ListedPayouts(List.of());
        FollowBatch follow = new FollowBatch(
                batches, none, new SettlePayout(none, new BookedMoney(), clock), clock, failure -> false);

        Decision<PayoutBatch> decision = new SubmitBatch(batches, bank, follow, clock).submit("pob_1", "finance:u-1");

        assertThat(decision).isEqualTo(new Rejected<PayoutBatch>("The account isn't set."));
        assertThat(batches.find("pob_1").orElseThrow().status()).isEqualTo(PayoutBatch.Status.APPROVED);
    }
}
