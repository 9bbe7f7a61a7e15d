package io.entente.partner.agreements.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementId;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.Agreements;
import io.entente.partner.agreements.DraftAgreement;
import io.entente.partner.agreements.ManageAgreements;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Receipt;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.Receipts;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/agreements}: drafts agreements, writes their terms and returns them with their documents. */
@RestController
@RequestMapping("/api/agreements")
class AgreementController {

    private static final String PATH = "/api/agreements/";

    private final ManageAgreements manage;
    private final Agreements agreements;
    private final IdGenerator ids;
    private final ObjectMapper json;
    private final ZoneId zone;
    private final Clock clock;

    AgreementController(
            ManageAgreements manage,
            Agreements agreements,
            IdGenerator ids,
            ObjectMapper json,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.manage = manage;
        this.agreements = agreements;
        this.ids = ids;
        this.json = json;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Drafts an agreement with a partner. The partner sees it after it is proposed. A request that is repeated with the same
     * Idempotency-Key gets the first answer again.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PostMapping
    ResponseEntity<AgreementView> draft(@RequestBody DraftRequest request, Actor actor, IdempotencyKey key) {
        PartnerId partner = new PartnerId(request.partnerId());
        if (!manage.isPartner(partner)) {
            throw InvalidInputException.unprocessable(new FieldError("partnerId", "must be the id of a partner"));
        }
        AgreementTerms terms = permitted(partner, request.terms());
        AgreementId id = new AgreementId(key.idFor(AgreementId.PREFIX, "agreements", ids));
        Optional<Agreement> drafted = manage.draft(
                id,
                new DraftAgreement(partner, request.title().strip(), terms),
                actor,
                agreement -> Receipts.of(request, AgreementView.of(agreement, today(), false), json));
        if (drafted.isPresent()) {
            return Created.first(PATH + id, AgreementView.of(drafted.get(), today(), false));
        }
        Receipt first = agreements.receipt(id).orElseThrow();
        if (!Receipts.isFor(first, request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(PATH + id, first);
    }

    /**
     * Writes other terms. The draft gets them, or a new version if the latest version is accepted. Accepted versions stay as they are.
     * Repeating the request changes nothing.
     */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
    @PutMapping("/{agreementId}/terms")
    AgreementView write(
            @PathVariable String agreementId, @RequestBody WriteRequest request, Actor actor, IfMatch ifMatch) {
        AgreementId agreement = new AgreementId(agreementId);
        PartnerId partner = agreements
                .find(agreement)
                .map(Agreement::partner)
                .orElseThrow(() -> new NotFoundException("agreement", agreementId));
        return manage.write(
                        agreement, permitted(partner, request.terms()), actor, each -> ifMatch.check(each.version()))
                .map(ConflictException::unlessAllowed)
                .map(written -> AgreementView.of(written, today(), false))
                .orElseThrow(() -> new NotFoundException("agreement", agreementId));
    }

    /** Returns an agreement with all its versions. A partner sees its own ones, without drafts. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight(oneOf = {"SEE_COMMISSIONS", "ACCEPT_AGREEMENT"})
    @AuditedRead
    @GetMapping("/{agreementId}")
    AgreementView get(@PathVariable String agreementId, Tenant tenant) {
        return AgreementView.of(Shown.to(tenant, agreements, agreementId), today(), tenant.byPartner());
    }

    /** Returns the document of a version, which both sides accept by the hash of its bytes. A draft has none. */
    @FileResponse("application/json")
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight(oneOf = {"SEE_COMMISSIONS", "ACCEPT_AGREEMENT"})
    @AuditedRead
    @GetMapping("/{agreementId}/versions/{number}/document")
    void document(
            @PathVariable String agreementId, @PathVariable int number, HttpServletResponse response, Tenant tenant)
            throws IOException {
        String text = Shown.version(tenant, agreements, agreementId, number)
                .map(AgreementVersion::document)
                .orElseThrow(() -> new NotFoundException("version", String.valueOf(number)));
        byte[] content = text.getBytes(UTF_8);
        Download.of(MediaType.APPLICATION_JSON_VALUE, "%s-%d.json".formatted(agreementId, number))
                .announceTo(response);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private AgreementTerms permitted(PartnerId partner, TermsRequest request) {
        AgreementTerms terms = request.toTerms();
        AgreementTerms.Term term = terms.term();
        if (term.endsOn() != null && term.endsOn().isBefore(term.startsOn())) {
            throw InvalidInputException.unprocessable(
                    new FieldError("terms.term.endsOn", "must not be before startsOn, %s".formatted(term.startsOn())));
        }
        manage.objection(partner, terms).ifPresent(broken -> {
            throw InvalidInputException.unprocessable(
                    new FieldError("terms.compensation." + broken.field(), broken.message()));
        });
        return terms;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * The body of {@code POST /api/agreements}.
     *
     * @param partnerId the partner that it is agreed with
     * @param title what the agreement is called in lists, such as "Referral agreement 2026"
     */
    record DraftRequest(
            @NotBlank @Size(max = 64) String partnerId,
            @NotBlank @Size(max = 200) String title,
            @NotNull @Valid TermsRequest terms) {}

    /** The body of {@code PUT /api/agreements/{agreementId}/terms}. */
    record WriteRequest(@NotNull @Valid TermsRequest terms) {}
}
