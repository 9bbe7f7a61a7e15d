package io.entente.partner.agreements.web;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.Agreements;
import io.entente.partner.agreements.memorandum.MemorandumPdf;
import io.entente.partner.partnership.Partners;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An agreement as a memorandum of one page. */
@RestController
@RequestMapping("/api/agreements/{agreementId}")
class MemorandumController {

    private final Agreements agreements;
    private final Partners partners;
    private final MemorandumPdf pdf;

    MemorandumController(Agreements agreements, Partners partners, MemorandumPdf pdf) {
        this.agreements = agreements;
        this.partners = partners;
        this.pdf = pdf;
    }

    /**
     * Returns a version as a PDF of one page in the partner's language, with the document that both sides accept inside. A draft has
     * none.
     */
    @FileResponse("application/pdf")
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS, Role.ADMIN},
            scopes = Scope.PARTNERS_READ)
    @NeedsRight(oneOf = {"SEE_COMMISSIONS", "ACCEPT_AGREEMENT"})
    @AuditedRead
    @GetMapping("/versions/{number}/memorandum")
    void memorandum(
            @PathVariable String agreementId, @PathVariable int number, HttpServletResponse response, Tenant tenant)
            throws IOException {
        AgreementVersion version = Shown.version(tenant, agreements, agreementId, number)
                .filter(each -> each.document() != null)
                .orElseThrow(() -> new NotFoundException("version", String.valueOf(number)));
        Agreement agreement = Shown.to(tenant, agreements, agreementId);
        String language =
                partners.find(agreement.partner()).orElseThrow().application().locale();
        byte[] content = pdf.render(version, language);
        Download.of(MediaType.APPLICATION_PDF_VALUE, "%s-%d.pdf".formatted(agreementId, number))
                .announceTo(response);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
