package io.entente.commission.invoices.web;

import io.entente.commission.invoices.BlockedInvoices;
import io.entente.commission.invoices.Invoices;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.invoices.vat.VatRegister;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileChanges;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.statements.Quarter;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payees/{partnerId}/tax-profile}: how a partner is taxed, with all earlier versions. */
@RestController
@RequestMapping("/api/payees/{partnerId}/tax-profile")
class TaxProfileController {

    private final TaxProfileChanges changes;
    private final Invoices invoices;
    private final BlockedInvoices blocked;
    private final PartnerProfiles partners;
    private final VatRates rates;
    private final VatRegister register;
    private final Clock clock;
    private final ZoneId zone;

    TaxProfileController(
            TaxProfileChanges changes,
            Invoices invoices,
            BlockedInvoices blocked,
            PartnerProfiles partners,
            VatRates rates,
            VatRegister register,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.changes = changes;
        this.invoices = invoices;
        this.blocked = blocked;
        this.partners = partners;
        this.rates = rates;
        this.register = register;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Stores how a partner is taxed, as the next version. Earlier versions stay.
     *
     * <p>The first version applies at once. A later one applies when a second person approves it: the response is 202 and shows it under
     * {@code pending}. If the request says the same as the version that applies, nothing is stored. If VIES is configured and says that
     * a VAT id doesn't exist, the profile is refused; if VIES gives no answer, it is stored and can be sent again to repeat the check.
     * A change that would begin in a quarter that is invoiced already is refused.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PutMapping
    ResponseEntity<TaxProfileView> put(
            @PathVariable String partnerId, @RequestBody TaxProfileRequest request, IfMatch ifMatch, Actor actor) {
        PartnerId partner = new PartnerId(partnerId);
        if (partners.find(partner).isEmpty()) {
            throw new NotFoundException("partner", partnerId);
        }
        Instant now = clock.instant();
        TaxProfile wanted = request.toProfile(
                partner, rates, actor.value(), now, now.atZone(zone).toLocalDate());
        VatIdCheck check = check(wanted);
        boolean waits = OptimisticRetry.retryOnConflict(() -> store(wanted, check, ifMatch));
        blocked.retry(partner, now);
        return ResponseEntity.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(view(partner));
    }

    /** Returns whether the profile waits for a second person. */
    private boolean store(TaxProfile wanted, @Nullable VatIdCheck check, IfMatch ifMatch) {
        TaxProfileChange applying = changes.applying(wanted.partnerId()).orElse(null);
        ifMatch.check(applying == null ? 0 : applying.profile().version());
        TaxProfileChange last = changes.last(wanted.partnerId()).orElse(null);
        if (last != null && last.isWaiting()) {
            if (last.profile().saysTheSameAs(wanted)) {
                return true;
            }
            throw new ConflictException(
                    "Another change of the tax profile waits for a second person. It must be approved or refused first.");
        }
        long next = last == null ? 1 : last.profile().version() + 1;
        if (applying != null && applying.profile().saysTheSameAs(wanted)) {
            boolean confirms = check != null && check.isValid();
            if (confirms && !applying.profile().isVatIdConfirmed()) {
                add(applying.confirmed(check, next));
            }
            return false;
        }
        refuseIfInvoiced(wanted);
        TaxProfile version = wanted.next(check, next);
        add(applying == null ? TaxProfileChange.enter(version) : applying.request(version));
        return applying != null;
    }

    private void add(Change<TaxProfileChange, TaxProfileEvent> added) {
        if (!changes.add(added)) {
            throw new ConcurrentUpdateException("The tax profile has changed in the meantime: " + added.state());
        }
    }

    /**
     * Approves the change that waits. The person who approves must not be the one who asked for it. Statements of the partner that
     * couldn't be invoiced are tried again. The change is refused if the quarter in which it begins was invoiced in the meantime.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/approve")
    TaxProfileView approve(@PathVariable String partnerId, IfMatch ifMatch, Actor actor) {
        TaxProfileChange last = existing(partnerId, ifMatch);
        if (last.isWaiting()) {
            refuseIfInvoiced(last.profile());
        }
        Instant now = clock.instant();
        decide(last, change -> change.approve(actor.value(), now));
        blocked.retry(last.profile().partnerId(), now);
        return view(last.profile().partnerId());
    }

    /** Refuses the change that waits. The person who asked for it can withdraw it in the same way. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/refuse")
    TaxProfileView refuse(
            @PathVariable String partnerId,
            @RequestBody TaxProfileRefusalRequest request,
            IfMatch ifMatch,
            Actor actor) {
        TaxProfileChange last = existing(partnerId, ifMatch);
        decide(last, change -> change.refuse(request.reason().strip(), actor.value(), clock.instant()));
        return view(last.profile().partnerId());
    }

    private void decide(
            TaxProfileChange version,
            Function<TaxProfileChange, Decision<Change<TaxProfileChange, TaxProfileEvent>>> decision) {
        changes.change(version.profile().partnerId(), version.profile().version(), decision)
                .ifPresent(ConflictException::unlessAllowed);
    }

    /** The latest version, which is the one that waits if any does. */
    private TaxProfileChange existing(String partnerId, IfMatch ifMatch) {
        TaxProfileChange last = changes.last(new PartnerId(partnerId))
                .orElseThrow(() -> new NotFoundException("tax profile of", partnerId));
        ifMatch.check(last.profile().version());
        return last;
    }

    private TaxProfileView view(PartnerId partner) {
        TaxProfileChange applying =
                changes.applying(partner).orElseThrow(() -> new NotFoundException("tax profile of", partner.value()));
        return TaxProfileView.of(
                applying,
                changes.last(partner).filter(TaxProfileChange::isWaiting).orElse(null));
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
        Optional<TaxProfile> confirmed = changes.applying(wanted.partnerId())
                .map(TaxProfileChange::profile)
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

    /** Returns how a partner is taxed, with the change that waits for a second person. */
    @AllowedTo(roles = {Role.PARTNER, Role.FINANCE})
    @AuditedRead
    @GetMapping
    TaxProfileView get(@PathVariable String partnerId, Tenant tenant) {
        return view(new PartnerId(partnerId));
    }

    /** Lists all versions of how a partner is taxed, the first one first, with who asked for them and who decided. */
    @AllowedTo(roles = Role.FINANCE)
    @AuditedRead
    @GetMapping("/history")
    Page<TaxProfileView> history(@PathVariable String partnerId, PageRequest page) {
        return changes.history(new PartnerId(partnerId), page).map(change -> TaxProfileView.of(change, null));
    }

    /** The body of {@code …/refuse}. */
    record TaxProfileRefusalRequest(@NotBlank @Size(max = 500) String reason) {}
}
