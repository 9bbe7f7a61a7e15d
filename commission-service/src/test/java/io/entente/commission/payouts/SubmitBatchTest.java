package io.entente.commission.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Rejected;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
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
        FollowBatch follow =
                new FollowBatch(batches, none, new SettlePayout(none, new NoMoney(), clock), clock, failure -> false);

        Decision<PayoutBatch> decision = new SubmitBatch(batches, bank, follow, clock).submit("pob_1", "finance:u-1");

        assertThat(decision).isEqualTo(new Rejected<PayoutBatch>("The account isn't set."));
        assertThat(batches.batch.status()).isEqualTo(PayoutBatch.Status.APPROVED);
    }

    private static final class OneBatch implements PayoutBatches {

        private PayoutBatch batch;

        OneBatch(PayoutBatch batch) {
            this.batch = batch;
        }

        @Override
        public boolean add(PayoutBatch added) {
            return false;
        }

        @Override
        public Optional<PayoutBatch> find(String id) {
            return Optional.of(batch);
        }

        @Override
        public Page<PayoutBatch> list(PageRequest page) {
            return new Page<>(List.of(batch), null);
        }

        @Override
        public void update(PayoutBatch changed) {
            batch = changed;
        }

        @Override
        public List<PayoutBatch> unfinished(Instant submittingSince, int count) {
            return List.of();
        }

        @Override
        public void block(PayoutBlock block) {}

        @Override
        public Page<PayoutBlock> blocks(String batchId, PageRequest page) {
            return new Page<>(List.of(), null);
        }
    }

    /** Nobody asks for any. */
    private static final class NoMoney implements PayableMoney {

        @Override
        public Standing standing(PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Allocation> allocate(
                PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Allocation> find(PayoutId payout) {
            return Optional.empty();
        }

        @Override
        public String paid(PayoutId payout, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String failed(PayoutId payout, String reason, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String returned(PayoutId payout, String reason, String actor) {
            throw new UnsupportedOperationException();
        }
    }
}
