package io.entente.partner.memberships.web;

import io.entente.partner.memberships.Invite;
import io.entente.partner.memberships.ManageMembers;
import io.entente.partner.memberships.ManageMembers.Invited;
import io.entente.partner.memberships.ManageMembers.Precondition;
import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.Right;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/partners/{partnerId}/members}: invites members of a partner, changes their rights and revokes memberships. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.ADMIN})
@NeedsRight("MANAGE_MEMBERS")
@RestController
@RequestMapping("/api/partners/{partnerId}/members")
class MemberController {

    private final ManageMembers members;
    private final IdGenerator ids;
    private final String linkPrefix;

    /** @param linkPrefix {@code entente.memberships.link-prefix}: the page that takes an invitation, up to the invitation */
    MemberController(
            ManageMembers members,
            IdGenerator ids,
            @Value("${entente.memberships.link-prefix:/api/invitations/}") String linkPrefix) {
        this.members = members;
        this.ids = ids;
        this.linkPrefix = linkPrefix;
    }

    /**
     * Invites a person to act for a partner. The answer has a one-time link, which the caller hands over to the person. It is shown once
     * and stored as a hash. If the answer was lost, a repetition with the same Idempotency-Key is 409: invite the member again. From the
     * first invitation on, only active members act for the partner. A member gives no right that it lacks.
     */
    @PostMapping
    ResponseEntity<InvitedView> invite(
            @PathVariable String partnerId,
            @RequestBody InviteRequest request,
            IdempotencyKey key,
            Tenant tenant,
            Actor actor) {
        String id = key.idFor("mem", "members/" + partnerId, ids);
        Invite invite = new Invite(request.name().strip(), request.email(), request.rights());
        return members.invite(new PartnerId(partnerId), id, invite, actor, may(actor, invite.rights(), IfMatch.any()))
                .map(ConflictException::unlessAllowed)
                .map(invited -> Created.first("/api/partners/" + partnerId + "/members/" + id, view(invited)))
                .orElseThrow(() -> new NotFoundException("partner", partnerId));
    }

    /**
     * Invites a member again with another link. The link before doesn't work any more. A person whose membership was revoked, or whose
     * invitation has expired, can be invited again, too.
     */
    @PostMapping("/{memberId}/invite-again")
    InvitedView inviteAgain(
            @PathVariable String partnerId,
            @PathVariable String memberId,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        Precondition mayGiveWhatItHas =
                (roster, member) -> may(actor, member.rights(), ifMatch).accept(roster, member);
        return existing(
                memberId,
                members.inviteAgain(new PartnerId(partnerId), memberId, actor, mayGiveWhatItHas)
                        .map(decision -> decision.map(this::view)));
    }

    /** Gives a member these rights instead of those before. Repeating the request changes nothing. */
    @PutMapping("/{memberId}/rights")
    MemberView changeRights(
            @PathVariable String partnerId,
            @PathVariable String memberId,
            @RequestBody RightsRequest request,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        return existing(
                memberId,
                members.changeRights(
                                new PartnerId(partnerId), memberId, request.rights(), actor, (roster, member) -> may(
                                                actor, given(member, request.rights()), ifMatch)
                                        .accept(roster, member))
                        .map(decision -> decision.map(MemberView::of)));
    }

    /**
     * Revokes a membership, or an invitation. All services refuse the person within seconds. The last member who manages members can't be
     * revoked by itself. Repeating the request changes nothing.
     */
    @PostMapping("/{memberId}/revoke")
    MemberView revoke(
            @PathVariable String partnerId,
            @PathVariable String memberId,
            IfMatch ifMatch,
            Tenant tenant,
            Actor actor) {
        return existing(
                memberId,
                members.revoke(new PartnerId(partnerId), memberId, actor, may(actor, Set.of(), ifMatch))
                        .map(decision -> decision.map(MemberView::of)));
    }

    private InvitedView view(Invited invited) {
        return new InvitedView(linkPrefix + invited.link().text(), MemberView.of(invited.member()));
    }

    private static Precondition may(Actor actor, Set<Right> given, IfMatch ifMatch) {
        return (roster, member) -> {
            roster.refusal(actor, given).ifPresent(reason -> {
                throw forbidden(reason);
            });
            ifMatch.check(member.version());
        };
    }

    /** To an active member, the rights that it gets in addition. Of an invitation, all: who changes it answers for all of them. */
    private static Set<Right> given(Member member, Set<Right> rights) {
        return rights.stream()
                .filter(right -> !member.isActive() || !member.rights().contains(right))
                .collect(Collectors.toSet());
    }

    private static ErrorResponseException forbidden(String reason) {
        HttpStatus status = HttpStatus.FORBIDDEN;
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, reason), null);
    }

    private static <T> T existing(String memberId, Optional<Decision<T>> decision) {
        return decision.map(ConflictException::unlessAllowed)
                .orElseThrow(() -> new NotFoundException("member", memberId));
    }

    /**
     * The body of {@code POST /api/partners/{partnerId}/members}.
     *
     * @param rights what the person may do; without any, it sees and changes what it has submitted
     */
    record InviteRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = 20) Set<@NotNull Right> rights) {

        @Override
        public String toString() {
            return "InviteRequest[%s]".formatted(rights);
        }
    }

    /** The body of {@code PUT /api/partners/{partnerId}/members/{memberId}/rights}. */
    record RightsRequest(@NotNull @Size(max = 20) Set<@NotNull Right> rights) {}
}
