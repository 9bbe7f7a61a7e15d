package io.entente.platform.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/** Whether the broker answers. Part of readiness: a service that can't reach it takes no traffic. */
final class BrokerHealth implements HealthIndicator, AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;

    private final AdminClient admin;

    BrokerHealth(KafkaAdmin admin) {
        this.admin = AdminClient.create(admin.getConfigurationProperties());
    }

    @Override
    public Health health() {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
