package io.entente.platform.runtime;

import com.mongodb.MongoTimeoutException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.selector.ServerSelector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an operation at once while the driver knows that no server of the store can be reached. The driver itself lets
 * each operation wait for the whole server selection timeout, and with it a request's thread: under load all of them.
 *
 * <p>A short outage is still waited out, and an election of a replica set is none: its other servers answer. That a server
 * is back is seen by the driver's own heartbeat, not by an operation.
 */
final class StoreReach implements ClusterListener, ServerSelector {

    private final Duration patience;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Long> awaySinceNanos = new AtomicReference<>();

    /** @param patience for which operations wait as ever before they are refused */
    StoreReach(Duration patience, LongSupplier nanoTime) {
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        if (isAway(event.getNewDescription())) {
            awaySinceNanos.compareAndSet(null, nanoTime.getAsLong());
        } else {
            awaySinceNanos.set(null);
        }
    }

    /**
     * Selects nothing and excludes nothing: the driver chooses.
     *
     * @throws MongoTimeoutException where no server has been reachable for longer than the patience
     */
    @Override
    public List<ServerDescription> select(ClusterDescription description) {
        Long since = awaySinceNanos.get();
        if (since != null && nanoTime.getAsLong() - since > patience.toNanos()) {
            throw new MongoTimeoutException("no server of the store has been reachable for more than " + patience);
        }
        return description.getServerDescriptions();
    }

    /** Each server was tried and failed; one that is only being looked for may well be there. */
    private static boolean isAway(ClusterDescription description) {
        List<ServerDescription> servers = description.getServerDescriptions();
        return !servers.isEmpty()
                && servers.stream().allMatch(server -> !server.isOk() && server.getException() != null);
    }
}
