package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.deals.correction.AmendDealHandler;
import io.entente.referral.deals.correction.AmendDealHandler.Amended;
import io.entente.referral.deals.correction.Amendment;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.view.DealView;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** Corrects deals and ends engagements. {@code If-Match} names the version of the deal. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
@RestController
class CorrectionController {

    private static final String PREFIX = "correction";

    private final AmendDealHandler handler;
    private final IdGenerator ids;
    private final ObjectMapper json;
    private final Clock clock;

    CorrectionController(AmendDealHandler handler, IdGenerator ids, ObjectMapper json, Clock clock) {
        this.handler = handler;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Corrects details of a deal that were entered wrongly. The deal keeps its id and its earlier details, commission is
     * priced again, and the difference is booked. A field that is absent stays as it is. A correction that changes
     * nothing is answered with the deal. A reversed deal can't be corrected.
     */
    @PostMapping("/api/referrals/{id}/deals/{dealId}/correct")
    ResponseEntity<DealView> correct(
            @PathVariable String id,
            @PathVariable String dealId,
            @RequestBody CorrectionRequest request,
            Actor actor,
            Tenant tenant,
            IdempotencyKey key,
            IfMatch ifMatch) {
        DealRequest.CreditRequest.requireWithin(tenant, request.credit());
        if (request.isEmpty()) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "amount", "is required unless closedOn, service, engagement, credit or revenueShare is given"));
        }
        String scope = "referrals/%s/deals/%s/correct".formatted(id, dealId);
        return answer(id, request.toCommand(dealId, request(key, scope, request)), actor, ifMatch);
    }

    /**
     * Ends the engagement of a retainer on a day, which may be in the future. Payments of the client after
     * that day earn nothing. What was earned before stays.
     */
    @PostMapping("/api/referrals/{id}/deals/{dealId}/end-engagement")
    ResponseEntity<DealView> end(
            @PathVariable String id,
            @PathVariable String dealId,
            @RequestBody EndRequest request,
            Actor actor,
            IdempotencyKey key,
            IfMatch ifMatch) {
        String scope = "referrals/%s/deals/%s/end-engagement".formatted(id, dealId);
        return answer(id, request.toCommand(dealId, request(key, scope, request)), actor, ifMatch);
    }

    private DealCorrection.@Nullable Request request(IdempotencyKey key, String scope, Object body) {
        return key.isPresent()
                ? new DealCorrection.Request(
                        key.idFor(PREFIX, scope, ids),
                        Receipts.of(body, "", json).fingerprint())
                : null;
    }

    private ResponseEntity<DealView> answer(String id, Amendment command, Actor actor, IfMatch ifMatch) {
        Amended amended = handler.handle(
                        new ReferralId(id),
                        command,
                        Occurrence.live(clock, actor),
                        deal -> ifMatch.check(deal.version()))
                .orElseThrow(() -> new NotFoundException("deal", command.dealId()));
        if (amended instanceof Amended.Done done) {
            ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
            return (done.again() ? ok.header(IdempotencyKey.REPLAYED, "true") : ok)
                    .body(ShownDeals.view(done.deal(), actor));
        }
        if (amended instanceof Amended.Refused refused) {
            throw new ConflictException(refused.reason());
        }
        throw amended instanceof Amended.BadFields bad
                ? InvalidInputException.unprocessable(bad.errors().toArray(FieldError[]::new))
                : IdempotencyKey.reused();
    }
}
