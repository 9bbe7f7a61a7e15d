package io.entente.platform.runtime;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Bounds how long a service waits for its store. A request is answered with 503 instead of being left waiting, and at once if
 * the driver knows that the store is not reachable.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
public class StoreConfiguration {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int FIND_SERVER_MILLIS = 4_000;
    private static final int ANSWER_MILLIS = 15_000;
    /** The longest time until a server that is back is noticed; while it is away, only the heartbeat looks for it. */
    private static final int HEARTBEAT_MILLIS = 2_000;
    /**
     * Longer than the time between two heartbeats, so that one lost heartbeat doesn't refuse operations. A pause of the store, such as
     * a garbage collection or a moment without processor time, loses one.
     */
    private static final Duration PATIENCE = Duration.ofMillis(HEARTBEAT_MILLIS + 1_000);

    /** Measures elapsed time for caches and waits, unaffected by changes of the wall clock. */
    @Bean
    @ConditionalOnMissingBean
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits(Ticker ticker) {
        StoreReach reach = new StoreReach(PATIENCE, ticker);
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(FIND_SERVER_MILLIS, TimeUnit.MILLISECONDS)
                                .serverSelector(reach)
                                .addClusterListener(reach))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
    }
}
