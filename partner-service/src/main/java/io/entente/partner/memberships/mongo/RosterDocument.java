package io.entente.partner.memberships.mongo;

import io.entente.partner.memberships.Departure;
import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MemberState;
import io.entente.partner.memberships.Right;
import io.entente.partner.memberships.Roster;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of a roster, by partner. Names and addresses are encrypted. */
record RosterDocument(
        @Id String id,
        long version,
        List<MemberDocument> members,
        @Nullable List<DepartureDocument> departures,
        Instant changedAt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    /** Who was removed, by a hash; absent in documents from before it was kept. */
    record DepartureDocument(String subject, Instant at) {}

    /** A member; {@code memberId} is what its encrypted fields are bound to, and {@code invitedBy} is absent in old ones. */
    record MemberDocument(
            String memberId,
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

        static MemberDocument of(Member member) {
            return new MemberDocument(
                    member.id(),
                    member.version(),
                    member.name(),
                    member.email(),
                    member.rights(),
                    member.state(),
                    member.invitedAt(),
                    member.invitedBy(),
                    member.invitedUntil(),
                    member.linkHash(),
                    member.actor(),
                    member.activeSince(),
                    member.revokedAt());
        }

        Member toMember() {
            return new Member(
                    memberId,
                    version,
                    name,
                    email,
                    rights,
                    state,
                    invitedAt,
                    invitedBy,
                    invitedUntil,
                    linkHash,
                    actor,
                    activeSince,
                    revokedAt);
        }
    }

    static RosterDocument of(Roster roster, Instant now, @Nullable Outbox outbox) {
        return new RosterDocument(
                roster.partner().value(),
                roster.version(),
                roster.members().stream().map(MemberDocument::of).toList(),
                roster.departures().stream()
                        .map(departure -> new DepartureDocument(departure.subject(), departure.at()))
                        .toList(),
                now,
                outbox);
    }

    Roster toRoster() {
        return new Roster(
                new PartnerId(id),
                version,
                members.stream().map(MemberDocument::toMember).toList(),
                Stream.ofNullable(departures)
                        .flatMap(List::stream)
                        .map(departure -> new Departure(departure.subject(), departure.at()))
                        .toList());
    }
}
