package io.entente.platform.secrets.web;

import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.secrets.PersonalData;
import io.entente.platform.secrets.PersonalData.StoredDocument;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what the service has stored about somebody, for whoever asks for it by law. */
@RestController
@RequestMapping("/api/access-reports")
@AllowedTo(roles = Role.ADMIN)
final class AccessReportController {

    private final PersonalData stored;

    AccessReportController(PersonalData stored) {
        this.stored = stored;
    }

    /**
     * Returns what this service has stored about somebody, decrypted.
     *
     * <p>These are the documents of all collections with encrypted fields, up to 1,000 of each. The audit log records who asked. Numbers
     * of accounts and taxpayers are whole, so give the report to the person concerned only.
     */
    @AuditedRead
    @GetMapping("/{owner}")
    AccessReportView get(@PathVariable String owner) {
        List<StoredDocument> found = stored.of(owner);
        if (found.isEmpty()) {
            throw new NotFoundException("personal data", owner);
        }
        return AccessReportView.of(owner, found);
    }
}
