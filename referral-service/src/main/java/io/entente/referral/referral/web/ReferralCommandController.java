package io.entente.referral.referral.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.commands.AcceptReferral;
import io.entente.referral.referral.commands.GivenReasons;
import io.entente.referral.referral.commands.RecordContact;
import io.entente.referral.referral.commands.StartReview;
import io.entente.referral.referral.view.ReferralDeals;
import io.entente.referral.referral.view.ReferralView;
import io.entente.referral.referral.view.ReferralViews;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/referrals/{id}/…}: the commands on a referral, except those on deals and protection. Each answers with
 * the referral after the command.
 */
@NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
@RestController
@RequestMapping("/api/referrals/{id}")
class ReferralCommandController {

    private final ReferralCommandHandler commands;
    private final GivenReasons reasons;
    private final ReferralDeals deals;
    private final ReferralViews views;
    private final Clock clock;

    ReferralCommandController(
            ReferralCommandHandler commands,
            GivenReasons reasons,
            ReferralDeals deals,
            ReferralViews views,
            Clock clock) {
        this.commands = commands;
        this.reasons = reasons;
        this.deals = deals;
        this.views = views;
        this.clock = clock;
    }

    /** Takes a referral into review. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/review")
    ReferralView review(@PathVariable String id, Actor actor, IfMatch ifMatch) {
        return give(id, new StartReview(), actor, ifMatch);
    }

    /** Asks the partner for information. The firm's clocks pause until the partner answers. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/request-information")
    ReferralView requestInformation(
            @PathVariable String id, @RequestBody InformationRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Answers the firm's questions. The referral goes back into review and the firm's clocks run again. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/provide-information")
    ReferralView provideInformation(
            @PathVariable String id, @RequestBody AnswersRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /**
     * Accepts a referral. The partner's claim on the client is protected from now on, and the clock for the first
     * meeting starts.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/accept")
    ReferralView accept(@PathVariable String id, Actor actor, IfMatch ifMatch) {
        return give(id, new AcceptReferral(), actor, ifMatch);
    }

    /** Declines a referral. The partner is told the reason and, if there is one, the alternative. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/decline")
    ReferralView decline(@PathVariable String id, @RequestBody DeclineRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(reasons), actor, ifMatch);
    }

    /** Withdraws a referral before it is accepted. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/withdraw")
    ReferralView withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable WithdrawRequest request,
            Actor actor,
            IfMatch ifMatch) {
        return give(id, WithdrawRequest.orEmpty(request).toCommand(reasons), actor, ifMatch);
    }

    /** Records that the client has been contacted. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @PostMapping("/contact")
    ReferralView contact(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ContactRequest request,
            Actor actor,
            IfMatch ifMatch) {
        LocalDate on = request == null || request.contactedOn() == null ? today() : request.contactedOn();
        return give(id, new RecordContact(on), actor, ifMatch);
    }

    /** Records that the first meeting with the client was held. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @PostMapping("/meeting")
    ReferralView meeting(@PathVariable String id, @RequestBody MeetingRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Records that a proposal was sent to the client. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @PostMapping("/proposal")
    ReferralView proposal(@PathVariable String id, @RequestBody ProposalRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Records that the opportunity is lost, with the reason. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @PostMapping("/lose")
    ReferralView lose(@PathVariable String id, @RequestBody LoseRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(reasons), actor, ifMatch);
    }

    /** Reopens a lost or expired referral. It has to be reviewed again. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/reopen")
    ReferralView reopen(@PathVariable String id, @RequestBody ReopenRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(reasons), actor, ifMatch);
    }

    /** Records the client's consent: that the fee has been disclosed and that the client agrees to be contacted. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/consent")
    ReferralView consent(@PathVariable String id, @RequestBody ConsentRequest request, Actor actor, IfMatch ifMatch) {
        return give(id, request.toCommand(), actor, ifMatch);
    }

    /** Records how satisfied the client is, from 0 to 10. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS})
    @PostMapping("/satisfaction")
    ReferralView satisfaction(
            @PathVariable String id, @RequestBody SatisfactionRequest request, Actor actor, IfMatch ifMatch) {
        boolean isDealKnown = request.dealId() != null && deals.has(new ReferralId(id), request.dealId());
        return give(id, request.toCommand(isDealKnown), actor, ifMatch);
    }

    private ReferralView give(String id, ReferralCommand command, Actor actor, IfMatch ifMatch) {
        return views.of(
                done(id, commands.handle(new ReferralId(id), command, actor, ReferralController.at(ifMatch)))
                        .referral(),
                actor);
    }

    /** Returns the result of an allowed command, and turns any other answer into a problem response. */
    static Answer.Done done(String id, Optional<Answer> answer) {
        return answer.orElseThrow(() -> new NotFoundException("referral", id))
                .orElseThrow(
                        ConflictException::new,
                        errors -> InvalidInputException.unprocessable(errors.toArray(FieldError[]::new)));
    }

    /** Returns the day in UTC if the caller doesn't name one, because the zone of the program isn't known here. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
