package io.entente.platform.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * How long a service waits for its store: a request is answered with 503 rather than left hanging, and at once where the
 * store is known to be away.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
public class StoreConfiguration {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int FIND_SERVER_MILLIS = 4_000;
    private static final int ANSWER_MILLIS = 15_000;
    /** How long a server may be back before that is noticed; while it is away nothing else asks for it. */
    private static final int HEARTBEAT_MILLIS = 2_000;
    /** Longer than the driver takes to notice that one connection broke and the server is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits() {
        StoreReach reach = new StoreReach(PATIENCE, System::nanoTime);
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(FIND_SERVER_MILLIS, TimeUnit.MILLISECONDS)
                                .serverSelector(reach)
                                .addClusterListener(reach))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
    }
}
