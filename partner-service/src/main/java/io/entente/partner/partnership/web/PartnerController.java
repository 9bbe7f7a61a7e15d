package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.Partners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    ResponseEntity<Object> register(@RequestBody PartnerRequest request, Actor actor, IdempotencyKey key) {
        PartnerId id = new PartnerId(key.idFor(PartnerId.PREFIX, "partners", ids));
        Change<Partner, PartnerEvent> applied = Partner.apply(id, request.toCommand(), actor, clock.instant());
        PartnerView view = PartnerView.of(applied.state());
        if (partners.add(applied, Receipts.of(request, view, json))) {
            return Created.first(location(id), view);
        }
        Receipt first = partners.receipt(id).orElseThrow();
        if (!Receipts.isFor(first, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(location(id), first);
    }

    @PostMapping("/{id}/activate")
    PartnerView activate(@PathVariable String id, Actor actor, IfMatch ifMatch) {
        Decision<Saved<Partner, PartnerEvent>> activated = partners.change(new PartnerId(id), partner -> {
                    ifMatch.check(partner.version());
                    return partner.activate(actor, clock.instant());
                })
                .orElseThrow(() -> new NotFoundException("partner", id));
        return PartnerView.of(ConflictException.unlessAllowed(activated).state());
    }

    @GetMapping("/{id}")
    PartnerView get(@PathVariable String id) {
        return PartnerView.of(existing(id));
    }

    @GetMapping
    Page<PartnerView> list(@RequestParam(required = false) @Nullable PartnerStatus status, PageRequest page) {
        return partners.list(status, page).map(PartnerView::of);
    }

    private Partner existing(String id) {
        return partners.find(new PartnerId(id)).orElseThrow(() -> new NotFoundException("partner", id));
    }

    private static String location(PartnerId id) {
        return "/api/partners/" + id;
    }
}
