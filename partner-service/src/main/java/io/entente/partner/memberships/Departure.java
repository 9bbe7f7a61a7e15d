package io.entente.partner.memberships;

import io.entente.platform.domain.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A person whose membership was revoked or erased, remembered by a hash while an invitation from before is open. Otherwise somebody who
 * is removed could come back by a link that it has kept.
 *
 * @param subject the SHA-256 hash of who the person is at the identity provider, without regard to case
 */
public record Departure(String subject, Instant at) {

    static Departure of(String actor, Instant at) {
        return new Departure(hash(actor), at);
    }

    /** Whether this is how the person left, at the same time as the invitation or after it. */
    boolean concerns(Actor actor, Member invited) {
        return subject.equals(hash(actor.value())) && isAfter(invited);
    }

    /** Whether the invitation is from before. */
    boolean isAfter(Member invited) {
        return !at.isBefore(invited.invitedAt());
    }

    private static String hash(String actor) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(actor.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
