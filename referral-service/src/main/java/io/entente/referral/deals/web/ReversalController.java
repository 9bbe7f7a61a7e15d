package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.deals.ReverseDeal;
import io.entente.referral.deals.ReverseDealHandler;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.view.ReferralView;
import io.entente.referral.referral.view.ReferralViews;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/referrals/{id}/reverse-deal}. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
@RestController
class ReversalController {

    private final ReverseDealHandler handler;
    private final ReferralViews views;
    private final GivenReasons reasons;
    private final Clock clock;

    ReversalController(ReverseDealHandler handler, ReferralViews views, GivenReasons reasons, Clock clock) {
        this.handler = handler;
        this.views = views;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * Reverses a deal. The deal itself is never edited: a compensating event follows it, and the commission on it is
     * taken back.
     */
    @PostMapping("/api/referrals/{id}/reverse-deal")
    ReferralView reverse(@PathVariable String id, @RequestBody ReversalRequest request, Actor actor, IfMatch ifMatch) {
        ReverseDeal command = request.toCommand(reasons);
        return views.of(
                handler.handle(
                                new ReferralId(id),
                                command,
                                Occurrence.live(clock, actor),
                                referral -> ifMatch.check(referral.version()))
                        .orElseThrow(() -> new NotFoundException("referral", id))
                        .orElseThrow(
                                ConflictException::new,
                                errors -> InvalidInputException.unprocessable(errors.toArray(FieldError[]::new)))
                        .referral(),
                actor);
    }
}
