package io.entente.platform.runtime;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.MongoTimeoutException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.selector.ServerSelector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an operation at once while the driver knows that no server of the store is reachable. The driver itself makes each
 * operation wait for the whole server selection timeout. Each wait holds a request thread, and under load that is all of them.
 *
 * <p>Operations still wait during a short outage. An election of a replica set is not an outage, because the other servers
 * answer. The driver's heartbeat notices that a server is back; no operation is needed for that.
 */
final class StoreReach implements ClusterListener, ServerSelector {

    private final Duration patience;
    private final Ticker ticker;
    private final AtomicReference<@Nullable Long> awaySinceNanos = new AtomicReference<>();

    /** @param patience how long the store must have been unreachable before operations are refused */
    StoreReach(Duration patience, Ticker ticker) {
        this.patience = patience;
        this.ticker = ticker;
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        if (isAway(event.getNewDescription())) {
            awaySinceNanos.compareAndSet(null, ticker.read());
        } else {
            awaySinceNanos.set(null);
        }
    }

    /**
     * Leaves the choice to the driver.
     *
     * @throws MongoTimeoutException if no server has been reachable for longer than the patience
     */
    @Override
    public List<ServerDescription> select(ClusterDescription description) {
        Long since = awaySinceNanos.get();
        if (since != null && ticker.read() - since > patience.toNanos()) {
            throw new MongoTimeoutException("no server of the store has been reachable for more than " + patience);
        }
        return description.getServerDescriptions();
    }

    /** Whether each server was tried and failed. A server that has not been tried yet may be reachable. */
    private static boolean isAway(ClusterDescription description) {
        List<ServerDescription> servers = description.getServerDescriptions();
        return !servers.isEmpty()
                && servers.stream().allMatch(server -> !server.isOk() && server.getException() != null);
    }
}
