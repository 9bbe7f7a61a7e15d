package io.entente.platform.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/** Reports whether the broker answers. It is part of readiness, so a service that cannot reach the broker gets no traffic. */
final class BrokerHealth implements HealthIndicator, AutoCloseable {

    private static final int TIMEOUT_SECONDS = 2;

    private final AdminClient admin;

    BrokerHealth(KafkaAdmin admin) {
        this.admin = AdminClient.create(admin.getConfigurationProperties());
    }

    @Override
    public Health health() {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
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
