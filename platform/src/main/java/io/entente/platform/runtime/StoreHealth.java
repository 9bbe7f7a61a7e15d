package io.entente.platform.runtime;

import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Reports whether the service's own database answers. It replaces Boot's indicator, which asks every database of the server
 * with a command that the sandbox's store does not support.
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
