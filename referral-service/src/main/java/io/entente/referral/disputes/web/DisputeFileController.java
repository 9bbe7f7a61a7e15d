package io.entente.referral.disputes.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.disputes.AssembleDisputeFile;
import io.entente.referral.disputes.DisputeFile;
import io.entente.referral.disputes.pdf.DisputePdf;
import io.entente.referral.disputes.signing.SigningKey;
import io.entente.referral.disputes.signing.SigningKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/conflicts/{id}/dispute-file}: everything on a client between partners, for the firm. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS})
@RestController
@RequestMapping("/api/conflicts/{id}/dispute-file")
class DisputeFileController {

    private final AssembleDisputeFile assemble;
    private final DisputePdf pdf;
    private final SigningKeys keys;
    private final ObjectMapper json;

    DisputeFileController(AssembleDisputeFile assemble, DisputePdf pdf, SigningKeys keys, ObjectMapper json) {
        this.assemble = assemble;
        this.pdf = pdf;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Returns everything on a client between partners, each fact with a hash. These are introductions with their times, evidence, the
     * version of the attribution policy, decisions, appeals, checks, events and what each partner was told. The file has all conflicts that are connected with this
     * one. Only the firm gets it, because it names both partners.
     */
    @GetMapping
    DisputeFileView get(@PathVariable String id, Actor actor) {
        return DisputeFileView.of(existing(id, actor));
    }

    /**
     * Returns the same as a PDF with the JSON inside and a PAdES signature over both. It answers 409 if the installation has no key
     * store for signatures.
     */
    @FileResponse("application/pdf")
    @GetMapping("/pdf")
    void pdf(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        DisputeFile file = existing(id, actor);
        SigningKey key = keys.current()
                .orElseThrow(
                        () -> new ConflictException(
                                "There is no key to sign with. Configure entente.referral.disputes.key-store, or read the file as JSON."));
        byte[] signed = pdf.render(file, json.writeValueAsBytes(DisputeFileView.of(file)), key);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("dispute-file-" + file.conflictId() + ".pdf")
                        .build()
                        .toString());
        response.setContentLength(signed.length);
        response.getOutputStream().write(signed);
    }

    private DisputeFile existing(String id, Actor actor) {
        if (actor.isPartner()) {
            throw new NotFoundException("conflict", id);
        }
        Decision<DisputeFile> file = assemble.of(id).orElseThrow(() -> new NotFoundException("conflict", id));
        if (file instanceof Decision.Rejected<DisputeFile> rejected) {
            throw new ConflictException(rejected.reason());
        }
        return file.orElseThrow();
    }
}
