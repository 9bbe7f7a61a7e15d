package io.entente.partner.memberships.web;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MemberState;
import io.entente.partner.memberships.Right;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member in the API.
 *
 * @param person who the member is, as in the actors of what it does; null until it has accepted
 * @param invitedUntil when the link of the last invitation expires
 */
record MemberView(
        String id,
        long version,
        String name,
        String email,
        List<Right> rights,
        MemberState state,
        Instant invitedAt,
        Instant invitedUntil,
        @Nullable String person,
        @Nullable Instant activeSince,
        @Nullable Instant revokedAt) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.version(),
                member.name(),
                member.email(),
                member.rights().stream().sorted().toList(),
                member.state(),
                member.invitedAt(),
                member.invitedUntil(),
                member.actor(),
                member.activeSince(),
                member.revokedAt());
    }
}
