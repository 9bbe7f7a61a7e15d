package io.entente.referral.referral.web;

import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.OwnOnly;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.body.CheckedBody;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.submission.SubmitReferralHandler;
import io.entente.referral.referral.submission.SubmitReferralHandler.Submission;
import io.entente.referral.referral.view.ReferralView;
import io.entente.referral.referral.view.ReferralViews;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/referrals}: submits and reads referrals. */
@RestController
@RequestMapping("/api/referrals")
class ReferralController {

    private final SubmitReferralHandler submit;
    private final Referrals referrals;
    private final ReferralViews views;
    private final IdGenerator ids;
    private final ObjectMapper json;

    ReferralController(
            SubmitReferralHandler submit,
            Referrals referrals,
            ReferralViews views,
            IdGenerator ids,
            ObjectMapper json) {
        this.submit = submit;
        this.referrals = referrals;
        this.views = views;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Submits a referral. If another partner's referral holds the claim on the client, the new referral is in conflict
     * and an operator decides. The answer has the time by which the firm will respond.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.REFERRALS_WRITE)
    @NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
    @PostMapping
    CompletableFuture<ResponseEntity<ReferralView>> submit(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReferralRequest.class)))
                    @RequestBody
                    CheckedBody<ReferralRequest> body,
            Actor actor,
            IdempotencyKey key,
            HttpServletRequest http) {
        ReferralRequest request = body.request();
        ReferralRequest.OwnSubmission own = ReferralRequest.OwnSubmission.of(body, actor);
        if (own.partnerId() == null || !own.errors().isEmpty()) {
            throw InvalidInputException.malformed(own.errors());
        }
        ReferralId id = new ReferralId(key.idFor(ReferralId.PREFIX, "referrals", ids));
        return submit.handle(
                        id,
                        !key.isPresent(),
                        request.toCommand(own.partnerId()),
                        actor,
                        OwnOnly.author(http).orElse(null),
                        referral -> Receipts.of(request, views.withoutDeals(referral, actor), json))
                .thenApply(decision -> answer(id, request, actor, decision));
    }

    private ResponseEntity<ReferralView> answer(
            ReferralId id, ReferralRequest request, Actor actor, Decision<Submission> decision) {
        if (decision instanceof Decision.Rejected<Submission> rejected) {
            throw InvalidInputException.unprocessable(new FieldError("partnerId", rejected.reason()));
        }
        Submission submission = decision.orElseThrow();
        if (submission.submitted() != null) {
            return Created.first(location(id), views.withoutDeals(submission.submitted(), actor));
        }
        if (!submission.refused().isEmpty()) {
            throw InvalidInputException.unprocessable(submission.refused().toArray(FieldError[]::new));
        }
        Receipt before = submission.before();
        if (before == null || !Receipts.isFor(before, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location(id), before);
    }

    /** Returns a referral. A partner gets its own referrals; others are not found. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.REFERRALS_WRITE)
    @NeedsRight(ownSuffices = true)
    @AuditedRead
    @GetMapping("/{id}")
    ReferralView get(@PathVariable String id, Tenant tenant, Actor actor) {
        return referrals
                .find(new ReferralId(id))
                .filter(referral -> tenant.covers(referral.introduction().partnerId()))
                .map(referral -> views.of(referral, actor))
                .orElseThrow(() -> new NotFoundException("referral", id));
    }

    static Consumer<Referral> at(IfMatch ifMatch) {
        return referral -> ifMatch.check(referral.version());
    }

    static String location(ReferralId id) {
        return "/api/referrals/" + id;
    }
}
