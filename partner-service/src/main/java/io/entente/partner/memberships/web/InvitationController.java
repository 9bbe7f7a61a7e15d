package io.entente.partner.memberships.web;

import io.entente.partner.memberships.ManageMembers;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/invitations/{invitation}}: what a one-time link leads to. The person signs in before, so the link alone opens nothing, and
 * who it is comes from its token.
 */
@AllowedTo(roles = Role.PARTNER)
@NeedsRight(beforeMembership = true)
@RestController
@RequestMapping("/api/invitations/{invitation}")
class InvitationController {

    private final ManageMembers members;

    InvitationController(ManageMembers members) {
        this.members = members;
    }

    /** Shows what an invitation offers. One that is unknown, expired, accepted or replaced by another one is not found. */
    @GetMapping
    OfferView get(@PathVariable String invitation, Tenant tenant) {
        return OneTimeLink.read(invitation)
                .flatMap(link -> members.offered(partner(tenant), link))
                .map(OfferView::of)
                .orElseThrow(InvitationController::unknown);
    }

    /** Accepts an invitation. The person who has signed in is the member from then on. The link works once. */
    @PostMapping("/accept")
    MemberView accept(@PathVariable String invitation, Tenant tenant, Actor actor) {
        return OneTimeLink.read(invitation)
                .flatMap(link -> members.accept(partner(tenant), link, actor))
                .map(ConflictException::unlessAllowed)
                .map(MemberView::of)
                .orElseThrow(InvitationController::unknown);
    }

    private static PartnerId partner(Tenant tenant) {
        return new PartnerId(tenant.id().orElseThrow());
    }

    /** The text doesn't repeat the link, because it may be a good one of another partner. */
    private static NotFoundException unknown() {
        return new NotFoundException("invitation", "like this");
    }
}
