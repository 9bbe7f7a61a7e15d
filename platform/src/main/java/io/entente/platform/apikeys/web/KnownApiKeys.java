package io.entente.platform.apikeys.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKeyText;
import io.entente.platform.apikeys.ApiKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks keys without a round trip for each request. A key that another instance revoked is accepted here for at most {@link
 * #FRESH_FOR}.
 */
final class KnownApiKeys {

    static final Duration FRESH_FOR = Duration.ofSeconds(10);

    private static final int MAX_KEYS = 10_000;

    private final ApiKeys keys;
    private final Clock clock;
    private final Cache<String, Optional<ApiKey>> known;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    KnownApiKeys(ApiKeys keys, Clock clock, Ticker ticker) {
        this.keys = keys;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(FRESH_FOR)
                .maximumSize(MAX_KEYS)
                .build();
    }

    /** The key that a system has sent; empty if it isn't accepted. */
    Optional<ApiKey> accepted(ApiKeyText sent) {
        Instant now = clock.instant();
        Optional<ApiKey> accepted = known.get(sent.id(), keys::find).filter(key -> key.opensWith(sent.secret(), now));
        accepted.ifPresent(key -> used.put(key.id(), now));
        return accepted;
    }

    /** Looks a key up again when it is next used. */
    void forget(String id) {
        known.invalidate(id);
    }

    /** Stores when keys were last used. */
    void storeUse() {
        Map<String, Instant> taken = new HashMap<>(used);
        if (!taken.isEmpty()) {
            keys.used(taken);
            taken.forEach(used::remove);
        }
    }
}
