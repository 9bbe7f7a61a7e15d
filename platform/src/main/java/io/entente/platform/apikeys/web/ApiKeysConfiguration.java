package io.entente.platform.apikeys.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.apikeys.ApiKeys;
import io.entente.platform.apikeys.mongo.MongoApiKeys;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.security.web.SignInConfiguration;
import io.entente.platform.web.access.ActorSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Gives a service that signs callers in its API keys. */
@AutoConfiguration(after = SignInConfiguration.class)
@ConditionalOnBean(ActorSource.class)
public class ApiKeysConfiguration {

    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    @Bean
    ApiKeys apiKeys(MongoOperations mongo) {
        return new MongoApiKeys(mongo);
    }

    @Bean
    KnownApiKeys knownApiKeys(ApiKeys apiKeys, Clock clock, Ticker ticker) {
        return new KnownApiKeys(apiKeys, clock, ticker);
    }

    @Bean
    ApiKeyFilter apiKeyFilter(KnownApiKeys known, AuthenticationEntryPoint signInProblems) {
        return new ApiKeyFilter(known, signInProblems);
    }

    /** Spring Security takes the tokens that this finds. */
    @Bean
    BearerTokenResolver bearerTokenResolver() {
        return new JwtsOnly();
    }

    @Bean
    Sweep apiKeyUseSweep(Sweeps sweeps, KnownApiKeys known) {
        return sweeps.every(USE_INTERVAL, "api-key-use", known::storeUse);
    }

    /** @param names {@code entente.api-keys.machine-clients}, separated by commas */
    @Bean
    ApiKeyController apiKeyController(
            ApiKeys apiKeys,
            KnownApiKeys known,
            IdGenerator ids,
            Clock clock,
            @Value("${entente.api-keys.machine-clients:}") List<String> names) {
        Set<String> machineClients = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new ApiKeyController(apiKeys, known, ids, clock, machineClients);
    }
}
