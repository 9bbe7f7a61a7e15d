package io.entente.partner.partnership.web;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.ConcurrentChanges;
import io.entente.messaging.ids.IdGenerator;
import io.entente.messaging.rest.Actor;
import io.entente.messaging.rest.ConflictException;
import io.entente.messaging.rest.Created;
import io.entente.messaging.rest.IdempotencyKey;
import io.entente.messaging.rest.IfMatch;
import io.entente.messaging.rest.NotFoundException;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import io.entente.messaging.rest.Receipt;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import java.time.Clock;
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

/** {@code /api/partners}: apply, activate, look up. */
@RestController
@RequestMapping("/api/partners")
class PartnerController {

    private final Partners partners;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectMapper json;

    PartnerController(Partners partners, IdGenerator ids, Clock clock, ObjectMapper json) {
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<Object> register(
            @RequestBody PartnerRequest request,
            Actor actor,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        PartnerId id = new PartnerId(IdempotencyKey.idFor(PartnerId.PREFIX, "partners", key, ids));
        Change<Partner, PartnerEvent> applied = Partner.apply(id, request.toCommand(), clock.instant());
        PartnerView view = PartnerView.of(applied.state());
        if (partners.add(applied, actor, Receipt.of(request, view, json))) {
            return Created.first(location(id), view);
        }
        Receipt first = partners.receipt(id).orElseThrow();
        if (!first.isFor(request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location(id), first);
    }

    @PostMapping("/{id}/activate")
    PartnerView activate(
            @PathVariable String id,
            Actor actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return PartnerView.of(ConcurrentChanges.decideAgain(() -> {
            Partner partner = existing(id);
            IfMatch.check(ifMatch, partner.version());
            Change<Partner, PartnerEvent> change = ConflictException.unlessAllowed(partner.activate(clock.instant()));
            if (!change.isNothing()) {
                partners.update(change, actor);
            }
            return change.state();
        }));
    }

    @GetMapping("/{id}")
    PartnerView get(@PathVariable String id) {
        return PartnerView.of(existing(id));
    }

    @GetMapping
    Page<PartnerView> list(
            @RequestParam(required = false) @Nullable PartnerStatus status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return partners.list(status, PageRequest.of(limit, cursor)).map(PartnerView::of);
    }

    private Partner existing(String id) {
        return partners.find(new PartnerId(id)).orElseThrow(() -> new NotFoundException("partner", id));
    }

    private static String location(PartnerId id) {
        return "/api/partners/" + id;
    }
}
