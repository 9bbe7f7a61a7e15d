package io.entente.commission.invoices.web;

import io.entente.commission.invoices.BlockedInvoices;
import io.entente.commission.invoices.Invoices;
import io.entente.commission.invoices.vat.PartyAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.invoices.vat.VatRegister;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.statements.Quarter;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
    private final Invoices invoices;
    private final BlockedInvoices blocked;
    private final PartnerProfiles partners;
    private final VatRates rates;
    private final VatRegister register;
    private final Clock clock;
    private final ZoneId zone;

    TaxProfileController(
            TaxProfiles profiles,
            Invoices invoices,
            BlockedInvoices blocked,
            PartnerProfiles partners,
            VatRates rates,
            VatRegister register,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.profiles = profiles;
        this.invoices = invoices;
        this.blocked = blocked;
        this.partners = partners;
        this.rates = rates;
        this.register = register;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Stores how a partner is taxed, as the next version. Earlier versions stay. If the request says the same as the latest
     * version, nothing is stored. If VIES is configured and says that a VAT id doesn't exist, the profile is refused; if VIES
     * gives no answer, it is stored and can be sent again to repeat the check. A change that would begin in a quarter that is invoiced
     * already is refused. Statements of the partner that couldn't be invoiced are tried again.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PutMapping
    TaxProfileView put(
            @PathVariable String partnerId, @RequestBody TaxProfileRequest request, IfMatch ifMatch, Actor actor) {
        PartnerId partner = new PartnerId(partnerId);
        if (partners.find(partner).isEmpty()) {
            throw new NotFoundException("partner", partnerId);
        }
        Instant now = clock.instant();
        TaxProfile wanted = request.toProfile(
                partner, rates, actor.value(), now, now.atZone(zone).toLocalDate());
        VatIdCheck check = check(wanted);
        TaxProfile stored = OptimisticRetry.retryOnConflict(() -> {
            TaxProfile before = profiles.latest(partner).orElse(null);
            long version = before == null ? 0 : before.version();
            ifMatch.check(version);
            boolean confirms = check != null && check.isValid();
            if (before != null && before.saysTheSameAs(wanted) && (before.isVatIdConfirmed() || !confirms)) {
                return before;
            }
            if (before == null || !before.saysTheSameAs(wanted)) {
                refuseIfInvoiced(wanted);
            }
            TaxProfile next = wanted.next(check, version + 1);
            profiles.append(next);
            return next;
        });
        blocked.retry(partner, now);
        return TaxProfileView.of(stored);
    }

    /** An invoice that was issued keeps its taxes, so no profile can begin in its period. */
    private void refuseIfInvoiced(TaxProfile wanted) {
        invoices.lastPeriod(wanted.partnerId(), Quarter.of(wanted.effectiveFrom()))
                .ifPresent(period -> {
                    throw new ConflictException("effectiveFrom must be %s or later, because %s is invoiced already"
                            .formatted(period.endsOn().plusDays(1), period));
                });
    }

    /** Asks the register, unless it has confirmed this VAT id before. */
    private @Nullable VatIdCheck check(TaxProfile wanted) {
        String vatId = wanted.party().vatId();
        if (vatId == null || !rates.isInEu(wanted.party().country())) {
            return null;
        }
        Optional<TaxProfile> confirmed = profiles.latest(wanted.partnerId())
                .filter(TaxProfile::isVatIdConfirmed)
                .filter(before -> vatId.equals(before.party().vatId()));
        if (confirmed.isPresent()) {
            return confirmed.get().vatIdCheck();
        }
        VatIdCheck check = register.check(vatId).orElse(null);
        if (check != null && check.result() == VatIdCheck.Result.INVALID) {
            throw InvalidInputException.unprocessable(
                    new FieldError("vatId", "must be a VAT id that exists; VIES does not know it"));
        }
        return check;
    }

    /** Returns the latest version of how a partner is taxed. */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @AuditedRead
    @GetMapping
    TaxProfileView get(@PathVariable String partnerId, Tenant tenant) {
        return profiles.latest(new PartnerId(partnerId))
                .map(TaxProfileView::of)
                .orElseThrow(() -> new NotFoundException("tax profile of", partnerId));
    }

    /** Lists all versions of how a partner is taxed, the first one first, with who stored them. */
    @AllowedTo(roles = Role.FINANCE)
    @AuditedRead
    @GetMapping("/history")
    Page<TaxProfileView> history(@PathVariable String partnerId, PageRequest page) {
        return profiles.history(new PartnerId(partnerId), page).map(TaxProfileView::of);
    }

    /**
     * A version of a tax profile as the API shows it.
     *
     * @param vatIdCheck what VIES said about the VAT id; absent if it was not asked
     */
    record TaxProfileView(
            String partnerId,
            LocalDate effectiveFrom,
            TaxStatus status,
            String legalName,
            PartyAddress address,
            @Nullable String vatId,
            @Nullable String taxNumber,
            @Nullable Boolean reverseCharge,
            String withholdingRate,
            @Nullable String withholdingReason,
            @Nullable LocalDate selfBillingAgreedOn,
            String changedBy,
            Instant changedAt,
            @Nullable VatIdCheckView vatIdCheck,
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
                    VatIdCheckView.of(profile.vatIdCheck()),
                    profile.version());
        }
    }

    /**
     * What a register said about a VAT id.
     *
     * @param reference the number under which the register can prove the request
     */
    record VatIdCheckView(VatIdCheck.Result result, Instant at, @Nullable String reference) {

        static @Nullable VatIdCheckView of(@Nullable VatIdCheck check) {
            return check == null ? null : new VatIdCheckView(check.result(), check.at(), check.reference());
        }
    }
}
