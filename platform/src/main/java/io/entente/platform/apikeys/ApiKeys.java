package io.entente.platform.apikeys;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The API keys of a service. */
public interface ApiKeys {

    /** Stores a new key. Returns false if there is one with its id. */
    boolean add(ApiKey key);

    Optional<ApiKey> find(String id);

    /** A page of all keys by their ids, which is by their age. */
    Page<ApiKey> page(PageRequest page);

    /** Revokes a key and returns it; empty if there is no such key. */
    Optional<ApiKey> revoke(String id, String by, Instant now);

    /** Stores when keys were last used, by their ids. */
    void used(Map<String, Instant> lastUsedAt);
}
