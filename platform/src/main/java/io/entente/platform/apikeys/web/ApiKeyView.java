package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param id of the key
 * @param client the name of the system
 * @param scopes what it may do
 * @param createdBy who created it
 * @param createdAt when it was created
 * @param expiresAt when it expires
 * @param revokedBy who revoked it; missing if nobody has
 * @param revokedAt when it was revoked; missing if it wasn't
 * @param lastUsedAt about when it was last used, to the minute; missing if it never was
 */
record ApiKeyView(
        String id,
        String client,
        List<String> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.client(),
                key.scopes().stream().map(Scope::wireName).sorted().toList(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedBy(),
                key.revokedAt(),
                key.lastUsedAt());
    }
}
