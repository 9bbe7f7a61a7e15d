package io.entente.benchmarks.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void requests_are_due_evenly_at_the_given_rate() {
        OpenLoop load = new OpenLoop(250, Duration.ofSeconds(2));

        assertThat(load.count()).isEqualTo(500);
        assertThat(load.dueAfter(0)).isZero();
        assertThat(load.dueAfter(1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(4));
        assertThat(load.dueAfter(250)).isEqualTo(SECOND);
    }

    /** Everything is answered at one moment, as after a stall: the longer a request was due by then, the longer it took. */
    @Test
    void a_stall_counts_for_each_request_that_was_due_during_it() {
        OpenLoop load = new OpenLoop(1_000, Duration.ofMillis(101));
        AtomicLong stallEnds = new AtomicLong();

        Histogram latencies = load.run(() -> {
            stallEnds.compareAndSet(0, System.nanoTime() + 10 * SECOND);
            return CompletableFuture.completedFuture(stallEnds.get());
        });

        assertThat(latencies.getTotalCount()).isEqualTo(101);
        long spread = latencies.getMaxValue() - latencies.getMinValue();
        assertThat(spread).isCloseTo(TimeUnit.MILLISECONDS.toMicros(100), within(TimeUnit.MILLISECONDS.toMicros(20)));
        assertThat(latencies.getMinValue()).isGreaterThan(TimeUnit.MILLISECONDS.toMicros(9_800));
    }

    @Test
    void percentiles_of_a_histogram_are_reported_in_milliseconds() {
        Histogram micros = new Histogram(3);
        for (int millis = 1; millis <= 100; millis++) {
            micros.recordValue(TimeUnit.MILLISECONDS.toMicros(millis));
        }

        assertThat(EndToEnd.millis(micros, 50)).isEqualTo("50.0");
        assertThat(EndToEnd.millis(micros, 99)).isEqualTo("99.0");
        assertThat(EndToEnd.millis(micros, 100)).isEqualTo("100.0");
    }

    @Test
    void an_accrual_is_found_by_its_deal() {
        assertThat(Accruals.dealId("{\"commissionId\":\"c\",\"dealId\":\"deal-7\",\"referralId\":\"r\"}"))
                .isEqualTo("deal-7");
    }
}
