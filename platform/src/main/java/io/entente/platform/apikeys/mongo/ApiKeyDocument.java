package io.entente.platform.apikeys.mongo;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A key as it is stored. Scopes have the names that tokens have. */
record ApiKeyDocument(
        @Id String id,
        String client,
        List<String> scopes,
        String secretHash,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static ApiKeyDocument of(ApiKey key) {
        return new ApiKeyDocument(
                key.id(),
                key.client(),
                key.scopes().stream().map(Scope::wireName).sorted().toList(),
                key.secretHash(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.approval() == null ? null : key.approval().by(),
                key.approval() == null ? null : key.approval().at(),
                key.revokedBy(),
                key.revokedAt(),
                key.lastUsedAt());
    }

    /** A scope that this version doesn't know gives no right. */
    ApiKey key() {
        return new ApiKey(
                id,
                client,
                scopes.stream().flatMap(name -> Scope.of(name).stream()).collect(Collectors.toSet()),
                secretHash,
                createdBy,
                createdAt,
                expiresAt,
                approvedBy == null || approvedAt == null ? null : new Approval(approvedBy, approvedAt),
                revokedBy,
                revokedAt,
                lastUsedAt);
    }
}
