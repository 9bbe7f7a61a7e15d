package io.entente.partner.agreements.web;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementId;
import io.entente.partner.agreements.ManageAgreements;
import io.entente.partner.agreements.Side;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The commands on an agreement: propose, withdraw, accept and terminate. */
@RestController
@RequestMapping("/api/agreements")
class AgreementCommandController {

    private static final String ACCEPT_AGREEMENT = "ACCEPT_AGREEMENT";

    private final ManageAgreements manage;
    private final ZoneId zone;
    private final Clock clock;

    AgreementCommandController(
            ManageAgreements manage, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        this.manage = manage;
        this.zone = zone;
        this.clock = clock;
    }

    /** Puts the draft before both sides. From then on its document and the document's hash are fixed. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/{agreementId}/propose")
    AgreementView propose(@PathVariable String agreementId, Actor actor, IfMatch ifMatch) {
        return answer(
                agreementId,
                manage.propose(new AgreementId(agreementId), actor, each -> ifMatch.check(each.version())),
                false);
    }

    /** Takes a proposed version back, so that its terms can be changed. If one side has accepted it, that is void. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping("/{agreementId}/withdraw")
    AgreementView withdraw(@PathVariable String agreementId, IfMatch ifMatch) {
        return answer(
                agreementId,
                manage.withdraw(new AgreementId(agreementId), each -> ifMatch.check(each.version())),
                false);
    }

    /**
     * Accepts the proposed version, for the partner if the caller acts for it, and otherwise for the firm. The version binds after both
     * sides have accepted it. They must be represented by different persons. Repeating the request changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER})
    @NeedsRight(ACCEPT_AGREEMENT)
    @PostMapping("/{agreementId}/accept")
    AgreementView accept(
            @PathVariable String agreementId,
            @RequestBody AcceptRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        return answer(
                agreementId,
                manage.accept(
                        new AgreementId(agreementId),
                        side(tenant),
                        request.name().strip(),
                        request.documentHash(),
                        actor,
                        each -> check(agreementId, each, ifMatch, tenant)),
                tenant.byPartner());
    }

    /**
     * Gives notice. The agreement ends after its notice period, or on its last day if that comes first, and it is not renewed. If a
     * side has given notice already, nothing changes.
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.ADMIN})
    @NeedsRight(ACCEPT_AGREEMENT)
    @PostMapping("/{agreementId}/terminate")
    AgreementView terminate(
            @PathVariable String agreementId,
            @RequestBody TerminateRequest request,
            Actor actor,
            IfMatch ifMatch,
            Tenant tenant) {
        return answer(
                agreementId,
                manage.terminate(
                        new AgreementId(agreementId),
                        side(tenant),
                        request.reason().strip(),
                        actor,
                        each -> check(agreementId, each, ifMatch, tenant)),
                tenant.byPartner());
    }

    private static void check(String id, Agreement agreement, IfMatch ifMatch, Tenant tenant) {
        if (!Shown.isShown(tenant, agreement)) {
            throw new NotFoundException("agreement", id);
        }
        ifMatch.check(agreement.version());
    }

    private static Side side(Tenant tenant) {
        return tenant.byPartner() ? Side.PARTNER : Side.FIRM;
    }

    private AgreementView answer(String id, Optional<Decision<Agreement>> decision, boolean byPartner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return decision.map(ConflictException::unlessAllowed)
                .map(agreement -> AgreementView.of(agreement, today, byPartner))
                .orElseThrow(() -> new NotFoundException("agreement", id));
    }

    /**
     * The body of {@code POST /api/agreements/{agreementId}/accept}.
     *
     * @param name the person who accepts, as it is shown on the document
     * @param documentHash the hash of the document that the person has read
     */
    record AcceptRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in lower case")
                    String documentHash) {}

    /** The body of {@code POST /api/agreements/{agreementId}/terminate}. */
    record TerminateRequest(@NotBlank @Size(max = 500) String reason) {}
}
