package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.OwnData;
import io.entente.platform.web.access.OpenToOutsiders;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/commissions}: commissions with the explanation of their amounts. */
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
    @OpenToOutsiders
    @GetMapping("/{id}")
    CommissionDetail get(@PathVariable String id, Actor actor) {
        CommissionId commission = new CommissionId(id);
        LedgerTransaction accrual = commissions
                .find(commission)
                .filter(found -> OwnData.isReadable(found.partnerId().value(), actor))
                .orElseThrow(() -> new NotFoundException("commission", id));
        Commission standing = commissions.standing(commission).orElseThrow();
        return CommissionDetail.of(accrual, standing, commissions.changes(commission, MAX_CHANGES));
    }

    /**
     * Lists commissions by partner, in the order in which they began. A partner gets its own.
     *
     * @param partnerId only commissions of this partner
     */
    @OpenToOutsiders
    @GetMapping
    Page<CommissionView> list(
            @RequestParam(required = false) @Nullable String partnerId, PageRequest page, Actor actor) {
        String readable = OwnData.partner(partnerId, actor);
        PartnerId partner = readable == null ? null : new PartnerId(readable);
        Page<LedgerTransaction> begun = commissions.list(partner, page);
        Map<CommissionId, Commission> standings = commissions.standings(
                begun.items().stream().map(CommissionController::idOf).toList());
        return begun.map(
                first -> CommissionView.of(accrual(first), Objects.requireNonNull(standings.get(idOf(first)))));
    }

    /**
     * Returns the accrual of a commission. If only a later tier lifted it, this is the transaction that found
     * nothing due.
     */
    private LedgerTransaction accrual(LedgerTransaction begun) {
        return begun.kind() == TransactionKind.ACCRUAL
                ? begun
                : commissions.find(idOf(begun)).orElseThrow();
    }

    private static CommissionId idOf(LedgerTransaction begun) {
        return CommissionId.of(begun.deal().orElseThrow());
    }
}
