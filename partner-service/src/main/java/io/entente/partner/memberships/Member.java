package io.entente.partner.memberships;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.links.OneTimeLink;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person who acts, may act or has acted for a partner.
 *
 * @param id {@code mem_…}
 * @param version 1 after the first invitation, increased by one with each change, which has one event
 * @param invitedBy who answers for the rights until the invitation is accepted: who has invited the person, or who has changed its rights
 *     since; null for invitations from before it was kept, which open nothing
 * @param invitedUntil when the link of the last invitation expires
 * @param linkHash of the invitation that can be accepted; null if there is none
 * @param actor who the person is at the identity provider, such as {@code partner:par_1/u-4}; null until it has accepted
 */
public record Member(
        String id,
        long version,
        String name,
        String email,
        Set<Right> rights,
        MemberState state,
        Instant invitedAt,
        @Nullable String invitedBy,
        Instant invitedUntil,
        @Nullable String linkHash,
        @Nullable String actor,
        @Nullable Instant activeSince,
        @Nullable Instant revokedAt) {

    static final String ID_PREFIX = "mem";

    public Member {
        rights = Set.copyOf(rights);
    }

    static Member invited(Invite invite, OneTimeLink link, Actor by, Instant now, Instant until) {
        return new Member(
                link.resource(),
                1,
                invite.name(),
                invite.email(),
                invite.rights(),
                MemberState.INVITED,
                now,
                by.value(),
                until,
                link.hash(),
                null,
                null,
                null);
    }

    public boolean isActive() {
        return state == MemberState.ACTIVE;
    }

    /** Whether the member is active and has the right to manage members. */
    boolean managesMembers() {
        return isActive() && rights.contains(Right.MANAGE_MEMBERS);
    }

    /** Whether the link can still be accepted. */
    boolean opensWith(OneTimeLink link, Instant now) {
        return isInvited(now) && linkHash != null && link.hasHash(linkHash);
    }

    /** Whether there is an invitation that hasn't expired. */
    boolean isInvited(Instant now) {
        return state == MemberState.INVITED && now.isBefore(invitedUntil);
    }

    /** The rights among these that the member lacks, for people. */
    Optional<String> lacking(Set<Right> given) {
        String lacking = given.stream()
                .filter(right -> !rights.contains(right))
                .sorted()
                .map(Right::name)
                .collect(Collectors.joining(", "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of(lacking);
    }

    /** A new link; the one before doesn't work any more. A person whose membership was revoked can be invited again. */
    Member invitedAgain(OneTimeLink link, Actor by, Instant now, Instant until) {
        return new Member(
                id,
                version + 1,
                name,
                email,
                rights,
                MemberState.INVITED,
                now,
                by.value(),
                until,
                link.hash(),
                null,
                null,
                null);
    }

    Member accepted(String by, Instant now) {
        return new Member(
                id,
                version + 1,
                name,
                email,
                rights,
                MemberState.ACTIVE,
                invitedAt,
                invitedBy,
                invitedUntil,
                null,
                by,
                now,
                null);
    }

    /** @param by answers for the rights of an invitation from now on */
    Member withRights(Set<Right> other, Actor by) {
        return new Member(
                id,
                version + 1,
                name,
                email,
                other,
                state,
                invitedAt,
                state == MemberState.INVITED ? by.value() : invitedBy,
                invitedUntil,
                linkHash,
                actor,
                activeSince,
                revokedAt);
    }

    Member revoked(Instant now) {
        return new Member(
                id,
                version + 1,
                name,
                email,
                rights,
                MemberState.REVOKED,
                invitedAt,
                invitedBy,
                invitedUntil,
                null,
                actor,
                activeSince,
                now);
    }

    /** Leaves out the name and the address, because this may end up in a log. */
    @Override
    public String toString() {
        return "Member[%s, %s]".formatted(id, state);
    }
}
