package io.entente.referral.protection.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.view.ReferralView;
import io.entente.referral.referral.view.ReferralViews;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/referrals/{id}/…}: a longer protection of the claim, requested, refused or granted. */
@RestController
@RequestMapping("/api/referrals/{id}")
class ProtectionController {

    private final ReferralCommandHandler commands;
    private final ReferralViews views;

    ProtectionController(ReferralCommandHandler commands, ReferralViews views) {
        this.commands = commands;
        this.views = views;
    }

    /** Requests a longer protection of the claim. The partner says until when and why, and the firm decides. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
    @PostMapping("/request-extension")
    ReferralView requestExtension(
            @PathVariable String id, @RequestBody ExtensionWish request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Refuses a requested extension of the protection. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/refuse-extension")
    ReferralView refuseExtension(
            @PathVariable String id, @RequestBody ExtensionRefusal request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Extends the protection of the claim. No other partner's referral can claim the client until the new end. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/extend-protection")
    ReferralView extendProtection(
            @PathVariable String id, @RequestBody ExtensionRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    private ReferralView give(String id, ReferralCommand command, Actor actor, IfMatch ifMatch) {
        return views.of(
                commands.handle(new ReferralId(id), command, actor, referral -> ifMatch.check(referral.version()))
                        .orElseThrow(() -> new NotFoundException("referral", id))
                        .orElseThrow(
                                ConflictException::new,
                                errors -> InvalidInputException.unprocessable(errors.toArray(FieldError[]::new)))
                        .referral(),
                actor);
    }
}
