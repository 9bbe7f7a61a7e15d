package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditLog;
import io.entente.platform.audit.AuditOutcome;
import io.entente.platform.audit.AuditQuery;
import io.entente.platform.audit.AuditTrail;
import io.entente.platform.audit.AuditVerifier;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.approval.FourEyes;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers the audit log to administrators. */
@RestController
@RequestMapping("/api/audit")
@AllowedTo(roles = Role.ADMIN)
final class AuditController {

    private static final List<String> COLUMNS =
            List.of("sequence", "at", "actor", "operation", "resource", "outcome", "status", "correlationId", "hash");

    private final AuditLog log;
    private final AuditTrail trail;
    private final AuditVerifier verifier;

    AuditController(AuditLog log, AuditTrail trail, AuditVerifier verifier) {
        this.log = log;
        this.trail = trail;
        this.verifier = verifier;
    }

    /**
     * Lists who did what, the newest first. Every command is here with its outcome, and so are refused attempts, exports and reads of
     * personal data. Other reads are not recorded.
     *
     * @param actor only what this caller did, such as user:u-17
     * @param resource only what was done to this resource, by its path up to its id
     * @param outcome only attempts that ended so
     * @param from only attempts at this time or later
     * @param to only attempts before this time
     */
    @GetMapping
    Page<AuditView> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String resource,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageRequest page) {
        trail.flush();
        return log.page(new AuditQuery(actor, resource, outcome, from, to), page)
                .map(AuditView::of);
    }

    /**
     * Exports the log as CSV, with the same filters and in the same order.
     *
     * @param actor only what this caller did, such as user:u-17
     * @param resource only what was done to this resource, by its path up to its id
     * @param outcome only attempts that ended so
     * @param from only attempts at this time or later
     * @param to only attempts before this time
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String resource,
            @RequestParam(required = false) @Nullable AuditOutcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        trail.flush();
        AuditQuery query = new AuditQuery(actor, resource, outcome, from, to);
        Download.csv("audit.csv").withByteOrderMark(bom).unstored().writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(
                    page -> log.page(query, page),
                    entry -> csv.row(AuditView.of(entry).cells()));
            csv.flush();
        });
    }

    /**
     * Verifies that nobody has changed, removed or inserted an entry. One call reads up to 50,000 entries; if it doesn't reach the
     * end, the next call continues after the last one. Keep the last entry with its hash outside of the program and send it with the
     * next verification: only that shows a log that was made anew. One that was cut at its end is also noticed by the head that each machine
     * of the service keeps in its journal.
     */
    @PostMapping("/verify")
    VerificationView verify(@RequestBody VerifyRequest request) {
        trail.flush();
        return VerificationView.of(verifier.verify(request.start(), request.link()));
    }

    /**
     * Forgets a person: removes the actor and its salt from all of its entries. The chain still verifies, because it covers only a
     * digest of the actor, and without the salt nobody can find the person by trying. What was done stays in the log. Nobody forgets
     * itself, in any spelling: another administrator does. The forgetting is an entry, too.
     */
    @PostMapping("/forget")
    ForgottenView forget(@RequestBody ForgetRequest request, Actor actor) {
        if (!FourEyes.allow(request.actor(), actor.value())) {
            throw new ConflictException("Another administrator forgets you. Nobody removes its own traces.");
        }
        trail.flush();
        return new ForgottenView(log.forget(request.actor()));
    }
}
