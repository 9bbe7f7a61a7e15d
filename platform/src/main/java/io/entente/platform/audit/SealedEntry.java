package io.entente.platform.audit;

import io.entente.platform.domain.DerivedId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the chain. Its hash covers the hash of the entry before, and of actor and resource only salted digests: without the
 * salt nobody can find the person by trying ids, and the chain still verifies after both were removed.
 *
 * @param sequence the place in the chain, from 1 without a gap
 * @param actor null if the person was forgotten
 * @param salt null if the person was forgotten
 * @param previous the hash of the entry before; empty for the first one
 */
public record SealedEntry(
        long sequence,
        String id,
        Instant at,
        @Nullable String actor,
        String operation,
        String resource,
        AuditOutcome outcome,
        int status,
        @Nullable String correlationId,
        @Nullable String salt,
        String actorDigest,
        String resourceDigest,
        String previous,
        String hash) {

    private static final String FORM = "entente-audit-1";

    /** Puts an entry behind another one. */
    public static SealedEntry behind(String previous, long sequence, AuditEntry entry, String salt) {
        SealedEntry unsealed = new SealedEntry(
                sequence,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.operation(),
                entry.resource(),
                entry.outcome(),
                entry.status(),
                entry.correlationId(),
                salt,
                digest(salt, "actor", entry.actor()),
                digest(salt, "resource", entry.resource()),
                previous,
                "");
        return new SealedEntry(
                sequence,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.operation(),
                entry.resource(),
                entry.outcome(),
                entry.status(),
                entry.correlationId(),
                salt,
                unsealed.actorDigest,
                unsealed.resourceDigest,
                previous,
                unsealed.computedHash());
    }

    /** Whether the person was forgotten. */
    public boolean isForgotten() {
        return salt == null;
    }

    /** What is wrong with this entry as the successor of another one; empty if nothing is. */
    public Optional<String> fault(long expectedSequence, String expectedPrevious) {
        if (sequence != expectedSequence) {
            return Optional.of("entry %d is missing".formatted(expectedSequence));
        }
        if (!previous.equals(expectedPrevious)) {
            return Optional.of("its hash of the entry before is not that entry's hash");
        }
        if (!hash.equals(computedHash())) {
            return Optional.of("its content does not have its hash");
        }
        return digestsMatch() ? Optional.empty() : Optional.of("its actor or its resource does not have its digest");
    }

    private boolean digestsMatch() {
        if (salt == null) {
            return actor == null;
        }
        return actor != null
                && actorDigest.equals(digest(salt, "actor", actor))
                && resourceDigest.equals(digest(salt, "resource", resource));
    }

    private String computedHash() {
        return digest(
                FORM,
                Long.toString(sequence),
                id,
                Long.toString(at.toEpochMilli()),
                operation,
                outcome.name(),
                Integer.toString(status),
                Objects.requireNonNullElse(correlationId, ""),
                actorDigest,
                resourceDigest,
                previous);
    }

    /** The parts are delimited, so that no two lists of parts have the same digest. */
    private static String digest(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return DerivedId.sha256(text.toString());
    }
}
