package io.entente.platform.apikeys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Scope;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a system. Only the hash of its secret is kept. The secret has 256 random bits, so a fast hash is enough: nobody can try them
 * all.
 *
 * @param id begins with {@value #ID_PREFIX}
 * @param client the name of the system; its actor is {@code client:<name>}
 * @param scopes what it may do
 * @param expiresAt the instant from which it is no longer accepted
 * @param lastUsedAt about when it was last used, to the minute; null if it never was
 */
public record ApiKey(
        String id,
        String client,
        Set<Scope> scopes,
        String secretHash,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public static final String ID_PREFIX = "key";

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** A new key with this secret. */
    public static ApiKey create(
            String id, String client, Set<Scope> scopes, String secret, String by, Instant now, Instant expiresAt) {
        return new ApiKey(id, client, scopes, DerivedId.sha256(secret), by, now, expiresAt, null, null, null);
    }

    /** Whether a secret is this key's and the key is still accepted. */
    public boolean opensWith(String secret, Instant now) {
        boolean isRight =
                MessageDigest.isEqual(DerivedId.sha256(secret).getBytes(US_ASCII), secretHash.getBytes(US_ASCII));
        return isRight && revokedAt == null && now.isBefore(expiresAt);
    }

    /** Who sends a request with this key. */
    public Caller caller() {
        return new Caller(new Actor("client:" + client), Set.of(), scopes);
    }

    /** The same key, which nobody can use any more. Revoking it again changes nothing. */
    public ApiKey revoke(String by, Instant now) {
        return revokedAt != null
                ? this
                : new ApiKey(id, client, scopes, secretHash, createdBy, createdAt, expiresAt, by, now, lastUsedAt);
    }
}
