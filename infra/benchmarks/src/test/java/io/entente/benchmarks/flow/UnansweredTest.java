package io.entente.benchmarks.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    @Test
    void a_closed_loop_survives_a_request_that_times_out_and_reports_it() {
        AtomicInteger requests = new AtomicInteger();

        ClosedLoop.Result result = new ClosedLoop(2, Duration.ofMillis(100))
                .run(() -> requests.incrementAndGet() == 3
                        ? CompletableFuture.failedFuture(new HttpTimeoutException("no answer"))
                        : CompletableFuture.completedFuture(1L));

        assertThat(result.unanswered()).isOne();
        assertThat(result.answered()).isEqualTo(requests.get() - 1);
    }

    @Test
    void an_open_loop_survives_a_request_that_times_out_and_reports_it() {
        AtomicInteger requests = new AtomicInteger();
        OpenLoop load = new OpenLoop(200, Duration.ofMillis(100));

        var latencies = load.run(() -> requests.incrementAndGet() == 3
                ? CompletableFuture.failedFuture(new HttpTimeoutException("no answer"))
                : CompletableFuture.completedFuture(System.nanoTime()));

        assertThat(load.unanswered()).isOne();
        assertThat(latencies.getTotalCount()).isEqualTo(load.count() - 1);
    }

    @Test
    void a_closed_loop_survives_a_503_and_reports_it() {
        AtomicInteger requests = new AtomicInteger();

        ClosedLoop.Result result = new ClosedLoop(2, Duration.ofMillis(100))
                .run(() -> requests.incrementAndGet() == 3
                        ? CompletableFuture.failedFuture(new Unanswered.UnavailableException("no store"))
                        : CompletableFuture.completedFuture(1L));

        assertThat(result.unanswered()).isOne();
        assertThat(result.answered()).isEqualTo(requests.get() - 1);
    }

    @Test
    void more_than_five_503_to_one_caller_end_the_run() {
        AtomicInteger requests = new AtomicInteger();

        assertThatThrownBy(() -> new ClosedLoop(1, Duration.ofSeconds(5)).run(() -> {
                    requests.incrementAndGet();
                    return CompletableFuture.failedFuture(new Unanswered.UnavailableException("no store"));
                }))
                .hasCauseInstanceOf(Unanswered.UnavailableException.class);
        assertThat(requests).hasValue(6);
    }

    @Test
    void a_pause_that_fails_all_callers_at_once_does_not_end_the_run() {
        AtomicInteger requests = new AtomicInteger();

        ClosedLoop.Result result = new ClosedLoop(8, Duration.ofMillis(100))
                .run(() -> requests.incrementAndGet() <= 8
                        ? CompletableFuture.failedFuture(new Unanswered.UnavailableException("no store"))
                        : CompletableFuture.completedFuture(1L));

        assertThat(result.unanswered()).isEqualTo(8);
        assertThat(result.answered()).isEqualTo(requests.get() - 8);
    }

    @Test
    void many_timeouts_and_any_other_failure_end_the_run() {
        Supplier<CompletableFuture<Long>> silent =
                () -> CompletableFuture.failedFuture(new HttpTimeoutException("no answer"));
        Supplier<CompletableFuture<Long>> refused =
                () -> CompletableFuture.failedFuture(new IllegalStateException("409"));
        ClosedLoop loop = new ClosedLoop(1, Duration.ofSeconds(5));

        assertThatThrownBy(() -> loop.run(silent)).hasCauseInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> loop.run(refused)).hasCauseInstanceOf(IllegalStateException.class);
    }
}
