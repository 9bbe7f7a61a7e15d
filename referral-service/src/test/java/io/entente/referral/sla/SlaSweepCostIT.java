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

/**
 * The cost of a sweep depends on the number of referrals that are due, not on the number of referrals that exist. Publishing the
 * steps of 100 referrals takes hundreds of milliseconds, which could hide a scan. So finding them is also timed separately.
 */
class SlaSweepCostIT {

    private static final int DUE = 100;
    private static final int ROUNDS = 3;
    private static final int LOOKS = 5;

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
            Cost amongFew = median(service, sweep, clock);
            fill(service, 1_000, 100_000);
            Cost amongMany = median(service, sweep, clock);

            System.out.printf(
                    "Sweep of %d due: %d ms (%d µs to find them) among 1,000, %d ms (%d µs) among 100,000 referrals%n",
                    DUE,
                    amongFew.whole().toMillis(),
                    amongFew.finding().toNanos() / 1_000,
                    amongMany.whole().toMillis(),
                    amongMany.finding().toNanos() / 1_000);
            assertThat(amongMany.whole())
                    .isLessThan(amongFew.whole().multipliedBy(3).plusMillis(100));
            // A scan of 100,000 referrals takes this store at least 400 ms.
            assertThat(amongMany.finding())
                    .isLessThan(amongFew.finding().multipliedBy(5).plusMillis(30));
        }
    }

    /** @param finding the shortest time of several queries */
    private record Cost(Duration whole, Duration finding) {}

    private static Cost median(RunningService service, SlaSweep sweep, MovableClock clock) {
        List<Cost> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            took.add(once(service, sweep, clock));
        }
        return new Cost(
                took.stream().map(Cost::whole).sorted().toList().get(ROUNDS / 2),
                took.stream().map(Cost::finding).sorted().toList().get(ROUNDS / 2));
    }

    private static Cost once(RunningService service, SlaSweep sweep, MovableClock clock) {
        ClockedService.submit(service, DUE);
        clock.move(Duration.ofHours(60));
        Duration finding = finding(service, clock);
        long start = System.nanoTime();
        SlaSweep.Swept swept = sweep.sweep(10_000);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(swept.due()).isEqualTo(DUE);
        assertThat(swept.told()).hasSize(5 * DUE);
        return new Cost(took, finding);
    }

    private static Duration finding(RunningService service, MovableClock clock) {
        ClockedReferrals referrals = service.context().getBean(ClockedReferrals.class);
        long best = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            long start = System.nanoTime();
            assertThat(referrals.due(clock.instant(), 0, SlaSweep.ROUND)).hasSize(DUE);
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    /** Stores referrals whose clocks are far from due, which a sweep must not read. */
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
