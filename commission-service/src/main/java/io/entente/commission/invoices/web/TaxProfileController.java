package io.entente.commission.invoices.web;

import io.entente.commission.invoices.BlockedInvoices;
import io.entente.commission.invoices.vat.PostalAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.Identified;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payees/{partnerId}/tax-profile}: how a partner is taxed, with all earlier versions. */
@RestController
@RequestMapping("/api/payees/{partnerId}/tax-profile")
class TaxProfileController {

    private final TaxProfiles profiles;
    private final BlockedInvoices blocked;
    private final VatRates rates;
    private final Clock clock;

    TaxProfileController(TaxProfiles profiles, BlockedInvoices blocked, VatRates rates, Clock clock) {
        this.profiles = profiles;
        this.blocked = blocked;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * Stores how a partner is taxed, as the next version. Earlier versions stay. If the request says the same as the latest
     * version, nothing is stored. Statements of the partner that couldn't be invoiced are tried again.
     */
    @PutMapping
    TaxProfileView put(
            @PathVariable String partnerId,
            @RequestBody TaxProfileRequest request,
            IfMatch ifMatch,
            @Identified Actor actor) {
        PartnerId partner = new PartnerId(partnerId);
        Instant now = clock.instant();
        TaxProfile stored = OptimisticRetry.retryOnConflict(() -> {
            TaxProfile before = profiles.latest(partner).orElse(null);
            long version = before == null ? 0 : before.version();
            ifMatch.check(version);
            TaxProfile wanted = request.toProfile(partner, rates, actor.value(), now, version + 1);
            if (before != null && before.saysTheSameAs(wanted)) {
                return before;
            }
            profiles.append(wanted);
            return wanted;
        });
        blocked.retry(partner, now);
        return TaxProfileView.of(stored);
    }

    /** Returns the latest version of how a partner is taxed. */
    @GetMapping
    TaxProfileView get(@PathVariable String partnerId) {
        return profiles.latest(new PartnerId(partnerId))
                .map(TaxProfileView::of)
                .orElseThrow(() -> new NotFoundException("tax profile of", partnerId));
    }

    /** Lists all versions of how a partner is taxed, the first one first, with who stored them. */
    @GetMapping("/history")
    Page<TaxProfileView> history(@PathVariable String partnerId, PageRequest page) {
        return profiles.history(new PartnerId(partnerId), page).map(TaxProfileView::of);
    }

    /** A version of a tax profile as the API shows it. */
    record TaxProfileView(
            String partnerId,
            LocalDate effectiveFrom,
            TaxStatus status,
            String legalName,
            PostalAddress address,
            @Nullable String vatId,
            @Nullable String taxNumber,
            @Nullable Boolean reverseCharge,
            String withholdingRate,
            @Nullable String withholdingReason,
            @Nullable LocalDate selfBillingAgreedOn,
            String changedBy,
            Instant changedAt,
            long version) {

        static TaxProfileView of(TaxProfile profile) {
            return new TaxProfileView(
                    profile.partnerId().value(),
                    profile.effectiveFrom(),
                    profile.status(),
                    profile.party().name(),
                    profile.party().address(),
                    profile.party().vatId(),
                    profile.party().taxNumber(),
                    profile.reverseCharge(),
                    profile.withholdingRate().toPlainString(),
                    profile.withholdingReason(),
                    profile.selfBillingAgreedOn(),
                    profile.changedBy(),
                    profile.changedAt(),
                    profile.version());
        }
    }
}
