package io.entente.partner.memberships.mongo;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MembershipEvent;
import io.entente.partner.memberships.MembershipEvent.MemberInvited;
import io.entente.partner.memberships.MembershipEvent.MemberJoined;
import io.entente.partner.memberships.MembershipEvent.MemberRevoked;
import io.entente.partner.memberships.MembershipEvent.MemberRightsChanged;
import io.entente.partner.memberships.Right;
import io.entente.partner.memberships.Roster;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps rosters to documents, and their changes to records: each event on {@code partner.events}, as part of the member's history, and
 * the rights of all active members on the compacted topic {@code partner.members}. None of them has a name or an address.
 */
final class RosterMapping implements AggregateMapping<Roster, MembershipEvent, RosterDocument> {

    private static final String EVENTS = "partner.events";
    private static final String MEMBERS = "partner.members";
    private static final String SNAPSHOT = "partner.members.v1";

    private final EventRecorder recorder;

    RosterMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoRosters.COLLECTION;
    }

    @Override
    public Class<RosterDocument> documentType() {
        return RosterDocument.class;
    }

    @Override
    public long version(Roster roster) {
        return roster.version();
    }

    @Override
    public Roster read(RosterDocument document) {
        return document.toRoster();
    }

    @Override
    public RosterDocument write(Roster roster, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return RosterDocument.of(roster, now, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Roster, MembershipEvent> change, Instant now) {
        Roster roster = change.state();
        String partner = roster.partner().value();
        List<OutboxRecord> records = new ArrayList<>();
        for (MembershipEvent event : change.events()) {
            Member member = event.member();
            records.add(recorder.record(
                    EVENTS, type(event), member.id(), partner, member.version(), now, data(partner, event, now)));
        }
        records.add(recorder.record(
                MEMBERS, SNAPSHOT, partner, partner, roster.version(), now, MembersJson.of(roster, now)));
        return records;
    }

    private static String type(MembershipEvent event) {
        if (event instanceof MemberInvited) {
            return "partner.member-invited.v1";
        }
        if (event instanceof MemberJoined) {
            return "partner.member-joined.v1";
        }
        if (event instanceof MemberRightsChanged) {
            return "partner.member-rights-changed.v1";
        }
        if (event instanceof MemberRevoked) {
            return "partner.member-revoked.v1";
        }
        throw new IllegalArgumentException("There is no wire type for " + event);
    }

    private static Object data(String partner, MembershipEvent event, Instant now) {
        Member member = event.member();
        return new EventJson(
                member.id(),
                partner,
                rights(member),
                event instanceof MemberInvited ? member.invitedUntil() : null,
                member.actor(),
                now,
                event.actor().value(),
                "LIVE");
    }

    private static List<Right> rights(Member member) {
        return member.rights().stream().sorted().toList();
    }

    /** The data of all events of members. */
    record EventJson(
            String memberId,
            String partnerId,
            List<Right> rights,
            @Nullable Instant until,
            @Nullable String person,
            Instant occurredAt,
            String actor,
            String origin) {}

    /** {@code partner.members.v1}. */
    record MembersJson(String partnerId, List<MemberJson> members, long version, Instant updatedAt) {

        record MemberJson(@Nullable String actor, List<Right> rights) {}

        static MembersJson of(Roster roster, Instant now) {
            return new MembersJson(
                    roster.partner().value(),
                    roster.members().stream()
                            .filter(Member::isActive)
                            .map(member -> new MemberJson(member.actor(), rights(member)))
                            .toList(),
                    roster.version(),
                    now);
        }
    }
}
