package io.entente.commission.commissions.web;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.OwnData;
import io.entente.platform.web.access.OpenToOutsiders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/ledger/{partnerId}}: a partner's chain with everything that its transactions record about commissions.
 */
@RestController
@RequestMapping("/api/ledger")
class ChainController {

    private final Ledger ledger;

    ChainController(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Lists the ledger transactions of a partner, oldest first. Each has its balanced lines, its cause and the hash of
     * the transaction before it.
     */
    @OpenToOutsiders
    @GetMapping("/{partnerId}")
    Page<TransactionView> chain(@PathVariable String partnerId, PageRequest page, Actor actor) {
        return ledger.chain(new PartnerId(OwnData.required(partnerId, actor)), page)
                .map(TransactionView::of);
    }
}
