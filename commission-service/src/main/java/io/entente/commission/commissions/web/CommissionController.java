package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commissions}: commissions with the explanation of their amounts. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
        scopes = Scope.COMMISSION_READ)
@RestController
@RequestMapping("/api/commissions")
class CommissionController {

    /**
     * The largest number of changes in an answer. Portions, holds and corrections are bounded, so no commission has
     * more.
     */
    private static final int MAX_CHANGES = 2_000;

    private final Commissions commissions;

    CommissionController(Commissions commissions) {
        this.commissions = commissions;
    }

    /**
     * Returns a commission with its explanation and its history. The explanation names the plan version, the rule, the
     * inputs and the rounding; the history has every ledger entry.
     */
    @GetMapping("/{id}")
    CommissionDetail get(@PathVariable String id, Tenant tenant) {
        CommissionId commission = new CommissionId(id);
        LedgerTransaction accrual = commissions
                .find(commission)
                .filter(found -> tenant.covers(found.partnerId().value()))
                .orElseThrow(() -> new NotFoundException("commission", id));
        Commission standing = commissions.standing(commission).orElseThrow();
        return CommissionDetail.of(accrual, standing, commissions.changes(commission, MAX_CHANGES));
    }
}
