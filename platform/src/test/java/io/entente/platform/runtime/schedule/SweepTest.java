package io.entente.platform.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final long PATIENCE_SECONDS = 10;

    private final HandDrivenScheduler scheduler = new HandDrivenScheduler();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Sweeps sweeps = new Sweeps(scheduler, registry);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void the_first_run_waits_for_an_interval_unless_the_sweep_runs_at_the_start() {
        sweeps.every(INTERVAL, "later", runs::incrementAndGet).start();
        assertThat(scheduler.last().firstDelay).isEqualTo(INTERVAL);
        assertThat(scheduler.last().repeatAfter).isEqualTo(INTERVAL);

        sweeps.atStartAndEvery(INTERVAL, "at-once", runs::incrementAndGet).start();
        assertThat(scheduler.last().firstDelay).isZero();
        assertThat(scheduler.last().repeatAfter).isEqualTo(INTERVAL);
    }

    @Test
    void a_failed_run_is_counted_and_the_next_run_follows() {
        Sweep sweep = sweeps.every(INTERVAL, "payouts", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first run fails");
            }
        });
        sweep.start();

        scheduler.last().action.run();
        scheduler.last().action.run();

        assertThat(runs).hasValue(2);
        assertThat(recorded("payouts", "failure")).isEqualTo(1);
        assertThat(recorded("payouts", "success")).isEqualTo(1);
    }

    @Test
    void a_run_that_is_asked_for_during_a_run_follows_it_and_several_make_one() {
        List<String> steps = new ArrayList<>();
        AtomicReference<Sweep> self = new AtomicReference<>();
        Sweep sweep = sweeps.every(INTERVAL, "runs", () -> {
            steps.add("begin");
            if (steps.size() == 1) {
                self.get().runSoon();
                scheduler.last().action.run();
                self.get().runSoon();
                scheduler.last().action.run();
            }
            steps.add("end");
        });
        self.set(sweep);
        sweep.start();

        scheduler.last().action.run();

        assertThat(steps).containsExactly("begin", "end", "begin", "end");
    }

    @Test
    void a_stopped_sweep_runs_neither_by_itself_nor_when_asked() {
        Sweep sweep = sweeps.every(INTERVAL, "stopped", runs::incrementAndGet);
        sweep.start();
        HandDrivenScheduler.Task repeated = scheduler.last();
        AtomicBoolean stopped = new AtomicBoolean();

        sweep.stop(() -> stopped.set(true));
        sweep.runSoon();
        repeated.action.run();

        assertThat(stopped).isTrue();
        assertThat(repeated.isCancelled()).isTrue();
        assertThat(scheduler.tasks).containsExactly(repeated);
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_sweep_can_be_started_again() {
        Sweep sweep = sweeps.every(INTERVAL, "again", runs::incrementAndGet);
        sweep.start();
        sweep.stop(() -> {});
        sweep.start();

        scheduler.last().action.run();

        assertThat(sweep.isRunning()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void stopping_waits_for_the_run_in_progress_and_interrupts_it_when_the_grace_period_is_over() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Sweep sweep = sweeps.every(INTERVAL, "long", () -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        sweep.start();
        Thread thread = new Thread(scheduler.last().action);
        thread.start();
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CountDownLatch stopped = new CountDownLatch(1);

        sweep.stop(stopped::countDown);
        assertThat(stopped.getCount()).isOne();
        assertThat(scheduler.last().firstDelay).isEqualTo(Sweep.GRACE);
        scheduler.last().action.run();

        assertThat(stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isTrue();
        thread.join();
    }

    private long recorded(String sweep, String outcome) {
        return registry.get("entente.sweep.duration")
                .tag("sweep", sweep)
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
