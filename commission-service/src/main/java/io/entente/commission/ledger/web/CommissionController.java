package io.entente.commission.ledger.web;

import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.Commissions;
import io.entente.commission.partners.PartnerId;
import io.entente.messaging.rest.NotFoundException;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commissions}: what was earned, and why as much. */
@RestController
@RequestMapping("/api/commissions")
class CommissionController {

    private final Commissions commissions;

    CommissionController(Commissions commissions) {
        this.commissions = commissions;
    }

    @GetMapping("/{id}")
    CommissionView get(@PathVariable String id) {
        return commissions
                .find(new CommissionId(id))
                .map(CommissionView::of)
                .orElseThrow(() -> new NotFoundException("commission", id));
    }

    @GetMapping
    Page<CommissionView> list(
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PartnerId partner = partnerId == null ? null : new PartnerId(partnerId);
        return commissions.list(partner, PageRequest.of(limit, cursor)).map(CommissionView::of);
    }
}
