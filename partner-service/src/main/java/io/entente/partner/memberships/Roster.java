package io.entente.partner.memberships;

import io.entente.partner.memberships.MembershipEvent.MemberInvited;
import io.entente.partner.memberships.MembershipEvent.MemberJoined;
import io.entente.partner.memberships.MembershipEvent.MemberRevoked;
import io.entente.partner.memberships.MembershipEvent.MemberRightsChanged;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.links.OneTimeLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The members of a partner. They are one aggregate, because some rules look at all of them: somebody must be left who manages members.
 * A partner has a roster from its first invitation on, and keeps it.
 *
 * @param version 1 for a new roster, increased by one with each change
 * @param departures who was removed while an invitation is open that was made before
 */
public record Roster(PartnerId partner, long version, List<Member> members, List<Departure> departures) {

    /** Members that a partner has at most, invited and revoked ones included. The oldest revoked one gives way to a new one. */
    public static final int MAX_MEMBERS = 200;

    public Roster {
        members = List.copyOf(members);
        departures = List.copyOf(departures);
    }

    /** A partner without any members until now. */
    static Roster empty(PartnerId partner) {
        return new Roster(partner, 0, List.of(), List.of());
    }

    /** A roster with the first invitation. */
    public static Change<Roster, MembershipEvent> open(
            PartnerId partner, Invite invite, OneTimeLink link, Actor by, Instant now, Instant until) {
        Member invited = Member.invited(invite, link, by, now, until);
        return Change.of(new Roster(partner, 1, List.of(invited), List.of()), new MemberInvited(invited, by));
    }

    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** The active member who is this actor. */
    public Optional<Member> active(Actor actor) {
        return members.stream()
                .filter(Member::isActive)
                .filter(member -> actor.value().equals(member.actor()))
                .findFirst();
    }

    /**
     * Why somebody may not manage these members, or not give these rights; empty if it may. The firm may give all rights, a member those
     * that it has.
     */
    public Optional<String> refusal(Actor by, Set<Right> given) {
        if (!by.isPartner()) {
            return Optional.empty();
        }
        return active(by)
                .filter(Member::managesMembers)
                .map(member -> member.lacking(given).map("You can't give %s, because you don't have it."::formatted))
                .orElse(Optional.of("This needs the right MANAGE_MEMBERS."));
    }

    /** Invites a person. */
    public Decision<Change<Roster, MembershipEvent>> invite(
            Invite invite, OneTimeLink link, Actor by, Instant now, Instant until) {
        List<Member> all = new ArrayList<>(members);
        if (all.size() >= MAX_MEMBERS && !dropOldestRevoked(all)) {
            return Decision.rejected(
                    "The partner has %d members, which is the most. Revoke one of them first.".formatted(MAX_MEMBERS));
        }
        Member invited = Member.invited(invite, link, by, now, until);
        all.add(invited);
        return Decision.allowed(Change.of(next(all, departures), new MemberInvited(invited, by)));
    }

    /** Sends an invitation again, which makes the link before invalid, or invites a person whose membership was revoked. */
    public Decision<Change<Roster, MembershipEvent>> inviteAgain(
            Member member, OneTimeLink link, Actor by, Instant now, Instant until) {
        if (member.isActive()) {
            return Decision.rejected("The person is a member already.");
        }
        Member invited = member.invitedAgain(link, by, now, until);
        return Decision.allowed(changed(invited, new MemberInvited(invited, by)));
    }

    /**
     * Accepts an invitation, if who gives its rights may still give them; empty if the link doesn't open anything now. A member gives what it
     * has on this day, so somebody who was revoked, or has lost a right, doesn't leave a person with rights behind. A person who was
     * removed comes back only by an invitation that was made afterwards.
     */
    public Optional<Decision<Change<Roster, MembershipEvent>>> accept(OneTimeLink link, Actor by, Instant now) {
        return offered(link, now).map(member -> {
            if (active(by).isPresent()) {
                return Decision.rejected("You are a member already. Another person has to accept this invitation.");
            }
            if (hasLeftSince(member, by)) {
                return Decision.rejected(
                        "Your membership was revoked after this invitation had been made. Ask for another invitation.");
            }
            if (!isVouchedFor(member)) {
                return Decision.rejected(
                        "Who invited you may not give these rights any more. Ask for another invitation.");
            }
            Member accepted = member.accepted(by.value(), now);
            return Decision.allowed(changed(accepted, new MemberJoined(accepted, by)));
        });
    }

    /** Whether who answers for an invitation may give its rights now, and was not removed in the meantime. */
    private boolean isVouchedFor(Member invited) {
        return Optional.ofNullable(invited.invitedBy())
                .map(Actor::new)
                .filter(inviter -> !hasLeftSince(invited, inviter))
                .filter(inviter -> refusal(inviter, invited.rights()).isEmpty())
                .isPresent();
    }

    private boolean hasLeftSince(Member invited, Actor actor) {
        return departures.stream().anyMatch(departure -> departure.concerns(actor, invited));
    }

    /** The member whom a link invites; empty if it is unknown, expired, spent or replaced by another one. */
    public Optional<Member> offered(OneTimeLink link, Instant now) {
        return member(link.resource()).filter(member -> member.opensWith(link, now));
    }

    /** Gives a member other rights. If they are the same, nothing changes. */
    public Decision<Change<Roster, MembershipEvent>> changeRights(Member member, Set<Right> rights, Actor by) {
        if (member.state() == MemberState.REVOKED) {
            return Decision.rejected("The membership is revoked. Invite the person again.");
        }
        if (member.rights().equals(rights)) {
            return Decision.allowed(Change.nothing(this));
        }
        if (!rights.contains(Right.MANAGE_MEMBERS) && leavesNobody(member, by)) {
            return Decision.rejected(lastOne());
        }
        Member changed = member.withRights(rights, by);
        return Decision.allowed(changed(changed, new MemberRightsChanged(changed, by)));
    }

    /** Revokes a membership or an invitation. If it is revoked already, nothing changes. */
    public Decision<Change<Roster, MembershipEvent>> revoke(Member member, Actor by, Instant now) {
        if (member.state() == MemberState.REVOKED) {
            return Decision.allowed(Change.nothing(this));
        }
        if (leavesNobody(member, by)) {
            return Decision.rejected(lastOne());
        }
        Member revoked = member.revoked(now);
        return Decision.allowed(
                Change.of(next(with(revoked), departedAlso(member, now)), new MemberRevoked(revoked, by)));
    }

    /** Removes all members. Nobody acts for the partner afterwards. */
    public Change<Roster, MembershipEvent> erase() {
        return members.isEmpty() ? Change.nothing(this) : new Change<>(next(List.of(), List.of()), List.of());
    }

    /**
     * Removes a member, who is revoked by that. Nothing about the person stays, except a hash of its subject while invitations are open that
     * were made before. If it is removed already, nothing changes.
     */
    public Change<Roster, MembershipEvent> erase(String memberId, Actor by, Instant now) {
        return member(memberId)
                .map(member -> new Change<>(
                        next(without(member), departedAlso(member, now)),
                        member.state() == MemberState.REVOKED
                                ? List.<MembershipEvent>of()
                                : List.<MembershipEvent>of(new MemberRevoked(member.revoked(now), by))))
                .orElse(Change.nothing(this));
    }

    private List<Member> without(Member removed) {
        return members.stream()
                .filter(member -> !member.id().equals(removed.id()))
                .toList();
    }

    /** A member must not leave its partner without anybody who manages members. The firm may, because it can invite somebody else. */
    private boolean leavesNobody(Member member, Actor by) {
        return by.isPartner()
                && member.managesMembers()
                && members.stream().filter(Member::managesMembers).count() == 1;
    }

    private static String lastOne() {
        return "Nobody else has the right MANAGE_MEMBERS. Give it to another member first.";
    }

    private Change<Roster, MembershipEvent> changed(Member now, MembershipEvent event) {
        return Change.of(next(with(now), departures), event);
    }

    private List<Member> with(Member now) {
        return members.stream()
                .map(member -> member.id().equals(now.id()) ? now : member)
                .toList();
    }

    private Roster next(List<Member> members, List<Departure> departures) {
        return new Roster(partner, version + 1, members, departures);
    }

    /** The departures with that of a member, without those that no open invitation is older than. */
    private List<Departure> departedAlso(Member leaving, Instant now) {
        Stream<Departure> all = leaving.actor() == null || !leaving.isActive()
                ? departures.stream()
                : Stream.concat(departures.stream(), Stream.of(Departure.of(leaving.actor(), now)));
        return all.filter(departure ->
                        members.stream().filter(member -> member.isInvited(now)).anyMatch(departure::isAfter))
                .toList();
    }

    private static boolean dropOldestRevoked(List<Member> all) {
        return all.stream()
                .filter(member -> member.state() == MemberState.REVOKED)
                .min(Comparator.comparing(Member::invitedAt))
                .map(all::remove)
                .orElse(false);
    }
}
