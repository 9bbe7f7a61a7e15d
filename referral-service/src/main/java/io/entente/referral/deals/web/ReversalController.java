package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.deals.ReverseDeal;
import io.entente.referral.referral.GivenReasons;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.view.ReferralView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/referrals/{id}/reverse-deal}. */
@RestController
class ReversalController {

    private final ReferralCommandHandler commands;
    private final GivenReasons reasons;
    private final Clock clock;

    ReversalController(ReferralCommandHandler commands, GivenReasons reasons, Clock clock) {
        this.commands = commands;
        this.reasons = reasons;
        this.clock = clock;
    }

    @PostMapping("/api/referrals/{id}/reverse-deal")
    ReferralView reverse(@PathVariable String id, @RequestBody ReversalRequest request, Actor actor, IfMatch ifMatch) {
        ReverseDeal command = request.toCommand(reasons, today());
        return ReferralView.of(
                commands.handle(new ReferralId(id), command, actor, referral -> ifMatch.check(referral.version()))
                        .orElseThrow(() -> new NotFoundException("referral", id))
                        .orElseThrow(
                                ConflictException::new,
                                errors -> InvalidInputException.unprocessable(errors.toArray(FieldError[]::new)))
                        .referral(),
                actor);
    }

    /** The day in UTC if the caller doesn't name one, because the zone of the program isn't known here. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
