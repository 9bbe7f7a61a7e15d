package io.entente.platform.web.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.domain.Actor;
import io.entente.platform.web.access.ActorSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Holds clients to the limits of a service. */
@AutoConfiguration
@EnableConfigurationProperties(LimitsProperties.class)
public class LimitsConfiguration {

    @Bean
    SecurityHeadersFilter securityHeadersFilter(LimitsProperties limits) {
        return new SecurityHeadersFilter(limits.headers());
    }

    @Bean
    SlowBodyFilter slowBodyFilter(LimitsProperties limits, Ticker ticker) {
        return new SlowBodyFilter(limits.bodyTime(), ticker);
    }

    /** Without sign-in, a client is its address: what it says about itself would let it be as many clients as it likes. */
    @Bean
    @ConditionalOnProperty(name = "entente.limits.rate.enabled", matchIfMissing = true)
    RateLimitFilter rateLimitFilter(
            LimitsProperties limits,
            Ticker ticker,
            ObjectProvider<ActorSource> signedIn,
            @Value("${management.endpoints.web.base-path:/actuator}") String operators,
            JsonMapper json,
            MeterRegistry metrics) {
        Counter refused = Counter.builder("entente.requests.limited")
                .description("Requests that were refused because their client sent too many")
                .register(metrics);
        return new RateLimitFilter(
                new ClientRates(limits.rate(), ticker),
                signedIn.getIfAvailable(() -> request -> Actor.SYSTEM),
                operators + "/health",
                json,
                refused);
    }
}
