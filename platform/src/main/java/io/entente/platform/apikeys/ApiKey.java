package io.entente.platform.apikeys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.approval.FourEyes;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a system. Only the hash of its secret is kept. The secret has 256 random bits, so a fast hash is enough: nobody can try them
 * all. A key that may write is accepted only after somebody else has approved it, whose role has that right: otherwise whoever creates
 * keys could act as a second person with the rights of any role.
 *
 * @param id begins with {@value #ID_PREFIX}
 * @param client the name of the system; its actor is {@code client:<name>}
 * @param scopes what it may do
 * @param expiresAt the instant from which it is no longer accepted
 * @param approval null if nobody has approved it
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
        @Nullable Approval approval,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public static final String ID_PREFIX = "key";

    /** Who approved a key, and when. */
    public record Approval(String by, Instant at) {}

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** A new key with this secret. */
    public static ApiKey create(
            String id, String client, Set<Scope> scopes, String secret, String by, Instant now, Instant expiresAt) {
        return new ApiKey(id, client, scopes, DerivedId.sha256(secret), by, now, expiresAt, null, null, null, null);
    }

    /** The roles whose rights the scopes are. A key has the rights of one role at most, so one person can approve it. */
    public static Set<Role> owners(Set<Scope> scopes) {
        Set<Role> owners = EnumSet.noneOf(Role.class);
        scopes.forEach(scope -> scope.owner().ifPresent(owners::add));
        return owners;
    }

    /** The role of the person who has to approve the key before it is accepted; empty if nobody has to. */
    public Optional<Role> waitsFor() {
        return approval != null || revokedAt != null
                ? Optional.empty()
                : owners(scopes).stream().findFirst();
    }

    /** Whether a secret is this key's and the key is still accepted. */
    public boolean opensWith(String secret, Instant now) {
        boolean isRight =
                MessageDigest.isEqual(DerivedId.sha256(secret).getBytes(US_ASCII), secretHash.getBytes(US_ASCII));
        return isRight && revokedAt == null && waitsFor().isEmpty() && now.isBefore(expiresAt);
    }

    /** Who sends a request with this key. */
    public Caller caller() {
        return new Caller(new Actor("client:" + client), Set.of(), scopes);
    }

    /** Approves the key. The same person may do it again. */
    public Decision<Approval> approve(String by, Instant now) {
        if (approval != null && Actor.isSamePerson(approval.by(), by)) {
            return Decision.allowed(approval);
        }
        if (waitsFor().isEmpty()) {
            return Decision.rejected("The key %s doesn't wait for an approval.".formatted(id));
        }
        if (!FourEyes.allow(createdBy, by)) {
            return Decision.rejected("Another person than the one who created the key approves it.");
        }
        return Decision.allowed(new Approval(by, now));
    }
}
