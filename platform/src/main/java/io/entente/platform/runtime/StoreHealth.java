package io.entente.platform.runtime;

import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether the service's own database answers. Instead of Boot's indicator, which asks every database of the server, and in a
 * way that the sandbox's store doesn't know.
 */
final class StoreHealth implements HealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoOperations mongo;

    StoreHealth(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Health health() {
        try {
            mongo.executeCommand(PING);
            return Health.up().build();
        } catch (DataAccessException e) {
            return Health.down(e).build();
        }
    }
}
