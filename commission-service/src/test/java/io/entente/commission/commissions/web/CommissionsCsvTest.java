package io.entente.commission.commissions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.PostingMother;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommissionsCsvTest {

    private static final int BLOCKS = 1_000;

    @Test
    void each_block_is_written_before_the_next_is_read_so_that_memory_doesnt_depend_on_their_number() {
        Rows rows = new Rows();
        Blocks blocks = new Blocks(rows);

        CommissionsCsv csv = new CommissionsCsv(blocks, rows);
        blocks.accruedWithin(Instant.EPOCH, Instant.MAX, csv::add);

        assertThat(blocks.keptBack).isZero();
        assertThat(rows.written).isEqualTo(1 + BLOCKS);
    }

    /** Commissions of which one exists at a time. */
    private static final class Blocks implements Commissions {

        private final Rows rows;
        private long keptBack;

        Blocks(Rows rows) {
            this.rows = rows;
        }

        @Override
        public void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
            for (int block = 1; block <= BLOCKS; block++) {
                reader.accept(List.of(accrual("d" + block)));
                keptBack += 1 + block - rows.written;
            }
        }

        @Override
        public Map<CommissionId, Commission> standings(Collection<CommissionId> ids) {
            Commission standing = Commission.of(Posting.of(accrual("any")));
            return ids.stream().collect(Collectors.toMap(Function.identity(), id -> standing));
        }

        @Override
        public Optional<LedgerTransaction> find(CommissionId id) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Map<CommissionId, LedgerTransaction> begun(Collection<CommissionId> ids) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Optional<Commission> standing(CommissionId id) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public List<LedgerTransaction> changes(CommissionId id, int limit) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page) {
            throw new UnsupportedOperationException("not asked for here");
        }

        private static LedgerTransaction accrual(String deal) {
            return ChainHead.start(new PartnerId("par_ash"))
                    .next(PostingMother.accrual("par_ash", deal), Instant.EPOCH);
        }
    }

    /** Counts rows as they come out, and keeps none. */
    private static final class Rows implements Appendable {

        private long written;

        @Override
        public Appendable append(CharSequence text) {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            written +=
                    text.subSequence(start, end).chars().filter(c -> c == '\n').count();
            return this;
        }

        @Override
        public Appendable append(char c) {
            return append(String.valueOf(c));
        }
    }
}
