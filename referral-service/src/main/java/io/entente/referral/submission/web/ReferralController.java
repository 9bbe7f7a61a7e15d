package io.entente.referral.submission.web;

import io.entente.messaging.aggregate.Decision;
import io.entente.messaging.ids.IdGenerator;
import io.entente.messaging.rest.ConflictException;
import io.entente.messaging.rest.Created;
import io.entente.messaging.rest.FieldError;
import io.entente.messaging.rest.IdempotencyKey;
import io.entente.messaging.rest.IfMatch;
import io.entente.messaging.rest.InvalidInputException;
import io.entente.messaging.rest.NotFoundException;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import io.entente.messaging.rest.Receipt;
import io.entente.referral.submission.Referral;
import io.entente.referral.submission.ReferralId;
import io.entente.referral.submission.ReferralStatus;
import io.entente.referral.submission.Referrals;
import io.entente.referral.submission.ReviewReferralHandler;
import io.entente.referral.submission.SubmitReferralHandler;
import io.entente.referral.submission.SubmitReferralHandler.Submission;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/referrals}: submit, accept, decline, look up. */
@RestController
@RequestMapping("/api/referrals")
class ReferralController {

    private final SubmitReferralHandler submit;
    private final ReviewReferralHandler review;
    private final Referrals referrals;
    private final IdGenerator ids;
    private final ObjectMapper json;

    ReferralController(
            SubmitReferralHandler submit,
            ReviewReferralHandler review,
            Referrals referrals,
            IdGenerator ids,
            ObjectMapper json) {
        this.submit = submit;
        this.review = review;
        this.referrals = referrals;
        this.ids = ids;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<Object> submit(
            @RequestBody ReferralRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        ReferralId id = new ReferralId(IdempotencyKey.idFor(ReferralId.PREFIX, "referrals", key, ids));
        Decision<Submission> decision = submit.handle(
                id, request.toCommand(), referral -> Receipt.of(request, ReferralView.of(referral), json));
        if (decision instanceof Decision.Rejected<Submission> rejected) {
            throw InvalidInputException.unprocessable(new FieldError("partnerId", rejected.reason()));
        }
        Submission submission = ((Decision.Allowed<Submission>) decision).outcome();
        if (submission.submitted() != null) {
            return Created.first(location(id), ReferralView.of(submission.submitted()));
        }
        Receipt before = submission.before();
        if (before == null || !before.isFor(request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location(id), before);
    }

    @PostMapping("/{id}/accept")
    ReferralView accept(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(id, review.accept(new ReferralId(id), at(ifMatch)));
    }

    @PostMapping("/{id}/decline")
    ReferralView decline(
            @PathVariable String id,
            @RequestBody DeclineRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(id, review.decline(new ReferralId(id), request.toCommand(), at(ifMatch)));
    }

    @GetMapping("/{id}")
    ReferralView get(@PathVariable String id) {
        return ReferralView.of(
                referrals.find(new ReferralId(id)).orElseThrow(() -> new NotFoundException("referral", id)));
    }

    @GetMapping
    Page<ReferralView> list(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable ReferralStatus status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return referrals.list(partnerId, status, PageRequest.of(limit, cursor)).map(ReferralView::of);
    }

    static Consumer<Referral> at(@Nullable String ifMatch) {
        return referral -> IfMatch.check(ifMatch, referral.version());
    }

    static String location(ReferralId id) {
        return "/api/referrals/" + id;
    }

    private static ReferralView changed(String id, Optional<Decision<Referral>> decision) {
        return ReferralView.of(
                ConflictException.unlessAllowed(decision.orElseThrow(() -> new NotFoundException("referral", id))));
    }
}
