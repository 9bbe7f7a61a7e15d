package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The documents that the store examines for a sweep, from its own count: those that are due, however many others exist. */
class SlaSweepCostIT {

    private static final int DUE = 100;
    private static final int REPETITIONS = 3;

    /** Referrals that aren't due. A scan would examine all of them. */
    private static final int OTHERS = 10_000;

    @Test
    void a_sweep_of_a_hundred_due_examines_no_other_referral() {
        MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
        try (RunningService service = ClockedService.start(
                ClockedService.servers(),
                clock,
                "--entente.referral.sla.sweep-interval=1h",
                "--entente.messaging.outbox.sweep-interval=1h")) {
            fill(service, OTHERS);
            long cheapest = Long.MAX_VALUE;
            for (int i = 0; i < REPETITIONS; i++) {
                ClockedService.submit(service, DUE);
                clock.move(Duration.ofHours(60));
                assertThat(examinedToFind(service, clock))
                        .as("examined to find them")
                        .isLessThanOrEqualTo(2 * DUE);
                cheapest = Math.min(cheapest, examinedBySweep(service));
            }

            assertThat(cheapest)
                    .as("examined by the sweep and by the relay of its events")
                    .isLessThan(OTHERS / 2);
        }
    }

    private static long examinedBySweep(RunningService service) {
        long before = examined(service);
        SlaSweep.Swept swept = service.context().getBean(SlaSweep.class).sweep(10_000);
        assertThat(swept.due()).isEqualTo(DUE);
        assertThat(swept.told()).hasSize(5 * DUE);
        return examined(service) - before;
    }

    /** Other parts of the service read meanwhile, so the cheapest of some repetitions counts. */
    private static long examinedToFind(RunningService service, MovableClock clock) {
        ClockedReferrals referrals = service.context().getBean(ClockedReferrals.class);
        long cheapest = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long before = examined(service);
            assertThat(referrals.due(clock.instant(), 0, SlaSweep.ROUND)).hasSize(DUE);
            cheapest = Math.min(cheapest, examined(service) - before);
        }
        return cheapest;
    }

    private static long examined(RunningService service) {
        Document status = service.mongo().executeCommand(new Document("serverStatus", 1));
        return status.getEmbedded(List.of("metrics", "queryExecutor", "scannedObjects"), Number.class)
                .longValue();
    }

    /** Stores referrals whose clocks are far from due, which a sweep must not read. */
    private static void fill(RunningService service, int count) {
        Date far = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
        for (int start = 0; start < count; start += 1_000) {
            List<Document> some = IntStream.range(start, Math.min(start + 1_000, count))
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
