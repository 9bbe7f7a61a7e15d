package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.systemtests.faults.FaultPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Kills services with {@code kill -9} under load, at exact points of an event's way to the broker and at random moments. Every
 * acknowledged deal still has exactly one commission.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class KilledServiceIT {

    private static final int OPERATIONS_PER_SECOND = 15;
    /** Each operation passes a point about once, so the fault comes a few seconds after the start. */
    private static final int LAST_PASSAGE = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;

    KilledServiceIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void referral_service_killed_between_write_publish_acknowledgement_and_clearing_loses_and_doubles_nothing() {
        Random choices = Seed.of("KilledServiceIT");
        Load load = new Load(cluster, choices).prepare(5, 40).start(OPERATIONS_PER_SECOND);
        ServiceProcess referral = cluster.service(Cluster.REFERRAL);
        killAtFaults(referral, choices);
        killAtAnyMoment(referral, 2, choices, load);
        Model model = load.stop();
        assertThat(load.commands().clearFailures())
                .as("commands that failed because of the kills")
                .isPositive();
        Checks.everythingHolds(cluster, model);
    }

    @Test
    void commission_service_killed_midstream_and_at_its_outbox_accrues_each_deal_once() {
        Random choices = Seed.of("KilledServiceIT");
        Load load = new Load(cluster, choices).prepare(5, 40).start(OPERATIONS_PER_SECOND);
        ServiceProcess commission = cluster.service(Cluster.COMMISSION);
        killAtAnyMoment(commission, 2, choices, load);
        killAtFaults(commission, choices);
        Checks.everythingHolds(cluster, load.stop());
    }

    /** Kills the service at each point of its outbox once, in random order, and starts it without a fault at the end. */
    private static void killAtFaults(ServiceProcess service, Random choices) {
        List<FaultPoint> points = new ArrayList<>(FaultPoint.ofOutbox());
        Collections.shuffle(points, choices);
        service.kill();
        for (FaultPoint point : points) {
            PlannedFault fault = PlannedFault.at(point, 1 + choices.nextInt(LAST_PASSAGE));
            System.out.printf("  kill %s at %s%n", service.name(), fault);
            service.start(fault);
            await(fault + " of " + service.name())
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(fault::hasStruck);
            service.kill();
        }
        service.start();
    }

    /** Kills the service after a random number of further acknowledged deals, and starts it again. */
    private static void killAtAnyMoment(ServiceProcess service, int times, Random choices, Load load) {
        for (int i = 0; i < times; i++) {
            int deals = load.acknowledgedDeals() + 1 + choices.nextInt(LAST_PASSAGE);
            System.out.printf("  kill %s after %d deals%n", service.name(), deals);
            await(deals + " deals")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> load.acknowledgedDeals() >= deals);
            service.kill();
            service.start();
        }
    }
}
