package io.entente.partner.reciprocity.web;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.reciprocity.ReciprocityLedger;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/partners/{partnerId}/reciprocity}: who owes referrals to whom, and the ledger behind it. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
        scopes = Scope.PARTNERS_READ)
@NeedsRight(oneOf = {"SEE_COMMISSIONS", "SEE_ALL_REFERRALS"})
@RestController
@RequestMapping("/api/partners/{partnerId}/reciprocity")
class ReciprocityController {

    private final Partners partners;
    private final ReciprocityLedger ledger;
    private final ZoneId zone;
    private final Clock clock;

    ReciprocityController(
            Partners partners,
            ReciprocityLedger ledger,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.ledger = ledger;
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns who owes referrals to whom, which ones, and by when. */
    @GetMapping
    BalanceView get(@PathVariable String partnerId, Tenant tenant) {
        return BalanceView.of(ledger.balance(shown(partnerId, tenant)), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** Returns the entries of the ledger, the oldest first: each referral with its count, and each deal with its value. */
    @GetMapping("/entries")
    Page<ReciprocityEntryView> entries(@PathVariable String partnerId, PageRequest page, Tenant tenant) {
        return ledger.entries(shown(partnerId, tenant), page).map(ReciprocityEntryView::of);
    }

    private String shown(String partnerId, Tenant tenant) {
        return partners.find(new PartnerId(partnerId))
                .map(partner -> partner.id().value())
                .filter(tenant::covers)
                .orElseThrow(() -> new NotFoundException("partner", partnerId));
    }
}
