package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A sweep costs what is due, not what exists. */
class SlaSweepCostIT {

    private static final int DUE = 100;
    private static final int ROUNDS = 3;

    @Test
    void a_sweep_of_a_hundred_due_takes_the_same_among_a_thousand_and_a_hundred_thousand_referrals() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
        try (RunningService service = ClockedService.start(
                ClockedService.servers(),
                clock,
                "--entente.referral.sla.sweep-interval=1h",
                "--entente.messaging.outbox.sweep-interval=1h")) {
            SlaSweep sweep = service.context().getBean(SlaSweep.class);
            fill(service, 0, 1_000);
            once(service, sweep, clock);
            Duration amongFew = median(service, sweep, clock);
            fill(service, 1_000, 100_000);
            Duration amongMany = median(service, sweep, clock);

            System.out.printf(
                    "Sweep of %d due: %d ms among 1,000, %d ms among 100,000 referrals%n",
                    DUE, amongFew.toMillis(), amongMany.toMillis());
            assertThat(amongMany).isLessThan(amongFew.multipliedBy(3).plusMillis(100));
        }
    }

    private static Duration median(RunningService service, SlaSweep sweep, MovableClock clock) {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            took.add(once(service, sweep, clock));
        }
        return took.stream().sorted().toList().get(ROUNDS / 2);
    }

    private static Duration once(RunningService service, SlaSweep sweep, MovableClock clock) {
        ClockedService.submit(service, DUE);
        clock.move(Duration.ofHours(60));
        long start = System.nanoTime();
        SlaSweep.Swept swept = sweep.sweep(10_000);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(swept.due()).isEqualTo(DUE);
        assertThat(swept.told()).hasSize(5 * DUE);
        return took;
    }

    /** Referrals whose clocks are far from due: what a sweep must not look at. */
    private static void fill(RunningService service, int from, int to) {
        Date far = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
        for (int start = from; start < to; start += 1_000) {
            List<Document> some = IntStream.range(start, Math.min(start + 1_000, to))
                    .mapToObj(i -> new Document("_id", "idle_%06d".formatted(i))
                            .append("version", 1L)
                            .append("partnerId", "par_idle")
                            .append("status", "SUBMITTED")
                            .append("openClocks", Arrays.asList("RESPONSE:RUNNING"))
                            .append("nextClockAt", far))
                    .toList();
            service.mongo().getCollection("referrals").insertMany(some);
        }
    }
}
