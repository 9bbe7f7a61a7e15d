package io.entente.commission.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunWorkerTest {

    private static final Lease LEASE = new Lease("run_1", "lease_1", Instant.MAX);

    private static final RunSchedule SCHEDULE = new RunSchedule() {
        @Override
        public void runSoon() {}

        @Override
        public boolean isStopping() {
            return false;
        }
    };

    private final OneRun runs = new OneRun();
    private final List<String> worked = new CopyOnWriteArrayList<>();

    @Test
    void a_failure_for_one_partner_does_not_delay_the_others() {
        work(partner -> {
            if (partner.value().equals("par-007")) {
                throw new IllegalStateException("broken");
            }
        });

        assertThat(worked).hasSize(119).doesNotContain("par-007");
        assertThat(runs.stored.failed()).containsExactly("par-007");
        assertThat(runs.stored.partners()).isEqualTo(120);
        assertThat(runs.stored.made()).isEqualTo(119);
    }

    @Test
    void a_transient_failure_is_retried_from_the_last_mark() {
        List<String> once = new ArrayList<>();
        work(partner -> {
            if (partner.value().equals("par-060") && once.isEmpty()) {
                once.add("away");
                throw new StoreAwayException();
            }
        });

        assertThat(runs.stored.failed()).isEmpty();
        assertThat(worked.stream().distinct()).hasSize(120);
        assertThat(worked.stream().filter("par-055"::equals))
                .as("since the mark at 50, again")
                .hasSize(2);
        assertThat(worked.stream().filter("par-049"::equals))
                .as("before the mark")
                .hasSize(1);
    }

    private void work(java.util.function.Consumer<PartnerId> each) {
        PartnerWork work = new PartnerWork() {
            @Override
            public boolean does(Kind kind) {
                return true;
            }

            @Override
            public int work(PartnerRun run, PartnerId partner) {
                each.accept(partner);
                worked.add(partner.value());
                return 1;
            }
        };
        RunWorker worker = new RunWorker(
                runs,
                directory(),
                List.of(work),
                StoreAwayException.class::isInstance,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                SCHEDULE);
        while (runs.stored.status() != Status.ENDED) {
            try {
                worker.workOff();
            } catch (StoreAwayException away) {
                // The sweep logs it and calls the worker again.
            }
        }
    }

    private static PartnerDirectory directory() {
        List<PartnerId> all = IntStream.range(0, 120)
                .mapToObj("par-%03d"::formatted)
                .map(PartnerId::new)
                .toList();
        return new PartnerDirectory() {
            @Override
            public List<PartnerId> ids(@Nullable String after, int count) {
                return all.stream()
                        .filter(id -> after == null || id.value().compareTo(after) > 0)
                        .limit(count)
                        .toList();
            }

            @Override
            public Optional<Addressee> addressee(PartnerId id) {
                return Optional.empty();
            }

            @Override
            public void erase(PartnerId id) {}
        };
    }

    private static final class StoreAwayException extends RuntimeException {}

    /** One run that is never lost to another instance. */
    private static final class OneRun implements PartnerRuns {

        private volatile PartnerRun stored =
                PartnerRun.start("run_1", Kind.STATEMENTS, "2026-Q2", "finance:u-1", Instant.EPOCH);

        @Override
        public boolean add(PartnerRun run) {
            return false;
        }

        @Override
        public Optional<PartnerRun> find(String id) {
            return Optional.of(stored);
        }

        @Override
        public Page<PartnerRun> list(
                Set<Kind> kinds, @Nullable String subject, PartnerRun.@Nullable Status status, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Leased<PartnerRun>> acquireNext() {
            return Optional.of(stored)
                    .filter(run -> run.status() == Status.RUNNING)
                    .map(run -> new Leased<>(run, LEASE));
        }

        @Override
        public void mark(Lease lease, PartnerRun run, List<String> failed) {
            List<String> all = new ArrayList<>(stored.failed());
            all.addAll(failed);
            stored = copy(run, all, Status.RUNNING);
        }

        @Override
        public void end(Lease lease, Instant now) {
            stored = copy(stored, stored.failed(), Status.ENDED);
        }

        @Override
        public void release(Lease lease, Instant freeFrom) {}

        private static PartnerRun copy(PartnerRun run, List<String> failed, Status status) {
            return new PartnerRun(
                    run.id(),
                    run.kind(),
                    run.subject(),
                    status,
                    run.after(),
                    run.partners(),
                    run.made(),
                    failed,
                    run.startedBy(),
                    run.startedAt(),
                    null);
        }
    }
}
