package io.entente.partner.memberships;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Saved;
import io.entente.platform.domain.links.OneTimeLink;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Invites members of partners, lets them accept, changes their rights and revokes memberships. */
public final class ManageMembers {

    private final Rosters rosters;
    private final Partners partners;
    private final Clock clock;
    private final Duration validity;
    private final SecureRandom random = new SecureRandom();

    /** @param validity how long a link can be accepted */
    public ManageMembers(Rosters rosters, Partners partners, Clock clock, Duration validity) {
        this.rosters = rosters;
        this.partners = partners;
        this.clock = clock;
        this.validity = validity;
    }

    /** A member with the link that it gets. The link is known now and never again. */
    public record Invited(Member member, OneTimeLink link) {}

    /** Is asked before a roster is changed, and throws an exception if the caller may not, or decided on another version. */
    public interface Precondition extends BiConsumer<Roster, Member> {}

    /**
     * Invites a person.
     *
     * @param id of the member. If the partner has such a member, the request is a repetition
     * @param precondition gets the roster, which is empty for a partner without one, and the member to be
     * @return empty if there is no such partner
     */
    public Optional<Decision<Invited>> invite(
            PartnerId partner, String id, Invite invite, Actor by, Precondition precondition) {
        return partners.find(partner)
                .map(known -> known.status() == PartnerStatus.ERASED
                        ? Decision.rejected("The personal data of this partner is erased.")
                        : OptimisticRetry.retryOnConflict(() -> invited(partner, id, invite, by, precondition)));
    }

    private Decision<Invited> invited(
            PartnerId partner, String id, Invite invite, Actor by, Precondition precondition) {
        OneTimeLink link = OneTimeLink.to(id, random);
        Instant now = clock.instant();
        Instant until = now.plus(validity);
        Member toBe = Member.invited(invite, link, by, now, until);
        return rosters.change(partner, roster -> {
                    precondition.accept(roster, toBe);
                    return roster.member(id).isPresent()
                            ? Decision.rejected(
                                    "The member %s was invited by this request before. The link is shown once; invite it again."
                                            .formatted(id))
                            : roster.invite(invite, link, by, now, until);
                })
                .orElseGet(() -> {
                    precondition.accept(Roster.empty(partner), toBe);
                    Change<Roster, MembershipEvent> opened = Roster.open(partner, invite, link, by, now, until);
                    if (!rosters.add(opened)) {
                        throw new ConcurrentUpdateException("%s got its first member meanwhile".formatted(partner));
                    }
                    return Decision.allowed(Saved.unchanged(opened));
                })
                .map(saved -> new Invited(saved.state().member(id).orElseThrow(), link));
    }

    /** Sends an invitation again; empty if there is no such member. */
    public Optional<Decision<Invited>> inviteAgain(PartnerId partner, String id, Actor by, Precondition precondition) {
        OneTimeLink link = OneTimeLink.to(id, random);
        Instant now = clock.instant();
        return change(
                        partner,
                        id,
                        precondition,
                        (roster, member) -> roster.inviteAgain(member, link, by, now, now.plus(validity)))
                .map(decision -> decision.map(member -> new Invited(member, link)));
    }

    /** Gives a member other rights; empty if there is no such member. */
    public Optional<Decision<Member>> changeRights(
            PartnerId partner, String id, Set<Right> rights, Actor by, Precondition precondition) {
        return change(partner, id, precondition, (roster, member) -> roster.changeRights(member, rights, by));
    }

    /** Revokes a membership or an invitation; empty if there is no such member. */
    public Optional<Decision<Member>> revoke(PartnerId partner, String id, Actor by, Precondition precondition) {
        return change(partner, id, precondition, (roster, member) -> roster.revoke(member, by, clock.instant()));
    }

    /** The member whom a link invites; empty if it opens nothing. */
    public Optional<Member> offered(PartnerId partner, OneTimeLink link) {
        return rosters.find(partner).flatMap(roster -> roster.offered(link, clock.instant()));
    }

    /** Accepts an invitation; empty if the link opens nothing. */
    public Optional<Decision<Member>> accept(PartnerId partner, OneTimeLink link, Actor by) {
        return rosters.find(partner)
                .flatMap(roster -> roster.offered(link, clock.instant()))
                .flatMap(offered ->
                        change(partner, offered.id(), (roster, member) -> {}, (roster, member) -> roster.accept(
                                        link, by, clock.instant())
                                .orElse(Decision.rejected("The invitation was accepted or replaced meanwhile."))));
    }

    private Optional<Decision<Member>> change(
            PartnerId partner,
            String id,
            Precondition precondition,
            BiFunction<Roster, Member, Decision<Change<Roster, MembershipEvent>>> decide) {
        if (rosters.find(partner).flatMap(roster -> roster.member(id)).isEmpty()) {
            return Optional.empty();
        }
        return rosters.change(partner, roster -> {
                    Member member = roster.member(id).orElseThrow();
                    precondition.accept(roster, member);
                    return decide.apply(roster, member);
                })
                .map(decision -> decision.map(saved -> saved.state().member(id).orElseThrow()));
    }
}
