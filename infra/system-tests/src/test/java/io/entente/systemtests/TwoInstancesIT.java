package io.entente.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two instances of a service share the work and one of them is killed. Each deal still has one accrual. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class TwoInstancesIT {

    private final Cluster cluster;

    TwoInstancesIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void two_referral_relays_and_two_commission_services_of_which_one_dies_accrue_each_deal_once() {
        Random choices = Seed.of("TwoInstancesIT");
        ServiceProcess referral =
                cluster.add(Cluster.REFERRAL, "referral-service-2").launch();
        ServiceProcess commission =
                cluster.add(Cluster.COMMISSION, "commission-service-2").launch();
        referral.awaitReady();
        commission.awaitReady();
        Load load = new Load(cluster, choices).alsoTo(referral).prepare(4, 20).start(20);
        int deals = 40 + choices.nextInt(40);
        await(deals + " deals").atMost(Duration.ofSeconds(60)).until(() -> load.acknowledgedDeals() >= deals);
        commission.kill();
        await("more deals").atMost(Duration.ofSeconds(60)).until(() -> load.acknowledgedDeals() >= deals + 40);
        Model model = load.stop();
        Checks.everythingHolds(cluster, model);
        cluster.remove(referral);
        cluster.remove(commission);
    }
}
