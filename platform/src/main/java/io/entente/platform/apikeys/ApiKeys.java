package io.entente.platform.apikeys;

import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The API keys of a service. */
public interface ApiKeys {

    /** What became of a new key. */
    enum Added {
        ADDED,
        /** There is a key with its id, so its request was sent before. */
        REPEATED,
        /** Another key has or had its name. The audit log would not say which of the two did something. */
        NAME_IN_USE
    }

    /** Stores a new key. A name belongs to one key for ever, in capitals or not. */
    Added add(ApiKey key);

    Optional<ApiKey> find(String id);

    /** A page of all keys by their ids, which is by their age. */
    Page<ApiKey> page(PageRequest page);

    /** Stores the approval of a key that has none and wasn't revoked. Returns the key; empty if there is no such key. */
    Optional<ApiKey> approve(String id, Approval approval);

    /** Revokes a key and returns it; empty if there is no such key. */
    Optional<ApiKey> revoke(String id, String by, Instant now);

    /** Stores when keys were last used, by their ids. */
    void used(Map<String, Instant> lastUsedAt);
}
