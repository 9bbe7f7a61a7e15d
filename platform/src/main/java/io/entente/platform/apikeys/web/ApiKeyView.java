package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.security.Role;
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
 * @param waitsFor the role of the person who has to approve it; missing if it waits for nobody
 * @param approvedBy who approved it; missing if nobody has
 * @param approvedAt when it was approved; missing if it wasn't
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
        @Nullable Role waitsFor,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyView of(ApiKey key) {
        Approval approval = key.approval();
        return new ApiKeyView(
                key.id(),
                key.client(),
                key.scopes().stream().map(Scope::wireName).sorted().toList(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.waitsFor().orElse(null),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.at(),
                key.revokedBy(),
                key.revokedAt(),
                key.lastUsedAt());
    }
}
