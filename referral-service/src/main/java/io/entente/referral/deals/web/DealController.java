package io.entente.referral.deals.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.CloseDealHandler.Closing;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.deals.ShownDeals;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.view.DealView;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/referrals/{id}/deals}: what the client bought. */
@NeedsRight(ownSuffices = true)
@RestController
class DealController {

    private static final String PREFIX = "deal";

    private final CloseDealHandler close;
    private final Deals deals;
    private final Referrals referrals;
    private final IdGenerator ids;
    private final ObjectMapper json;
    private final Clock clock;

    DealController(
            CloseDealHandler close, Deals deals, Referrals referrals, IdGenerator ids, ObjectMapper json, Clock clock) {
        this.close = close;
        this.deals = deals;
        this.referrals = referrals;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Closes a deal of a referral. The client has bought. The commission of the credited partners follows from the
     * deal. Further deals of the same client are closed in the same way.
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS},
            scopes = Scope.CRM_WRITE)
    @NeedsRight(value = "SUBMIT_REFERRALS", ownSuffices = true)
    @PostMapping("/api/referrals/{id}/deals")
    ResponseEntity<ClosedDealView> close(
            @PathVariable String id,
            @RequestBody DealRequest request,
            Actor actor,
            Tenant tenant,
            IdempotencyKey key,
            IfMatch ifMatch) {
        DealRequest.CreditRequest.requireWithin(tenant, request.credit());
        ReferralId referralId = new ReferralId(id);
        String keyed = key.idFor(PREFIX, "referrals/" + id + "/deals", ids);
        String dealId = request.dealId() == null ? keyed : request.dealId();
        String keyName = key.isPresent() && request.dealId() != null ? keyed : null;
        CloseDeal command =
                request.toCommand(dealId, Receipts.of(request, "", json).fingerprint());
        Closing closing = close.handle(
                        referralId,
                        command,
                        keyName,
                        Occurrence.live(clock, actor),
                        referral -> ifMatch.check(referral.version()))
                .orElseThrow(() -> new NotFoundException("referral", id));
        if (closing instanceof Closing.Closed closed && !isReversed(closed, request)) {
            ClosedDealView view = ClosedDealView.of(closed.deal(), actor);
            String location = "/api/referrals/" + referralId;
            return closed.again() ? Created.replayed(location, view) : Created.first(location, view);
        }
        throw refusal(closing, request);
    }

    /** All deals of a referral, in the order in which they were recorded. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping("/api/referrals/{id}/deals")
    Page<DealView> list(@PathVariable String id, PageRequest page, Tenant tenant, Actor reader) {
        ReferralId referralId = new ReferralId(id);
        return referrals
                .find(referralId)
                .filter(referral -> tenant.covers(referral.introduction().partnerId()))
                .map(referral -> deals.list(referralId, page).map(deal -> ShownDeals.view(deal, reader)))
                .orElseThrow(() -> new NotFoundException("referral", id));
    }

    /** One deal of a referral, with its version and its corrections. */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping("/api/referrals/{id}/deals/{dealId}")
    DealView get(@PathVariable String id, @PathVariable String dealId, Tenant tenant, Actor reader) {
        ReferralId referralId = new ReferralId(id);
        return referrals
                .find(referralId)
                .filter(referral -> tenant.covers(referral.introduction().partnerId()))
                .flatMap(referral -> deals.find(dealId))
                .filter(deal -> deal.referralId().equals(referralId))
                .map(deal -> ShownDeals.view(deal, reader))
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    private static RuntimeException refusal(Closing closing, DealRequest request) {
        if (closing instanceof Closing.Refused refused) {
            return new ConflictException(refused.reason());
        }
        if (closing instanceof Closing.Closed closed) {
            return reversed(closed.deal());
        }
        if (closing instanceof Closing.Reversed reversed && request.dealId() != null) {
            return reversed(reversed.deal());
        }
        if (closing instanceof Closing.BadFields bad && !isOfKey(bad, request)) {
            return InvalidInputException.unprocessable(bad.errors().toArray(FieldError[]::new));
        }
        return IdempotencyKey.reused();
    }

    /**
     * Whether the caller names the id of a reversed deal. If the id follows from the caller's key, the request is only a
     * repetition, and it gets the first answer.
     */
    private static boolean isReversed(Closing.Closed closed, DealRequest request) {
        return closed.again() && closed.deal().reversal() != null && request.dealId() != null;
    }

    private static ConflictException reversed(Deal deal) {
        return new ConflictException(Objects.requireNonNull(deal.reversal()).refusalOf(deal.dealId()));
    }

    /** Derives the deal id from the caller's key if the caller didn't give one. */
    private static boolean isOfKey(Closing.BadFields bad, DealRequest request) {
        return request.dealId() == null
                && bad.errors().stream().anyMatch(error -> error.field().equals("dealId"));
    }
}
