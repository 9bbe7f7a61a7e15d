package io.entente.commission.commissions.web;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/ledger/{partnerId}}: a partner's chain with everything that its transactions record about commissions.
 */
@AllowedTo(
        roles = {Role.PARTNER, Role.FINANCE},
        scopes = Scope.COMMISSION_READ)
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
    @GetMapping("/{partnerId}")
    Page<TransactionView> chain(@PathVariable String partnerId, PageRequest page, Tenant tenant) {
        return ledger.chain(new PartnerId(partnerId), page).map(TransactionView::of);
    }
}
