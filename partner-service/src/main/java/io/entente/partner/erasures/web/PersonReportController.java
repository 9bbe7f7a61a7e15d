package io.entente.partner.erasures.web;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what is stored about one person at a partner, for the person that asks for it by law. */
@RestController
@RequestMapping("/api/access-reports/{partnerId}/persons")
@AllowedTo(roles = Role.ADMIN)
class PersonReportController {

    private final Partners partners;
    private final Rosters rosters;

    PersonReportController(Partners partners, Rosters rosters) {
        this.partners = partners;
        this.rosters = rosters;
    }

    /**
     * Returns what is stored about a contact or a member of a partner, decrypted. The other services have the name, the address and the
     * language of a contact, as a copy of the partner's profile, and of a member the id and the rights. The audit log records who asked.
     */
    @AuditedRead
    @GetMapping("/{personId}")
    PersonReportView get(@PathVariable String partnerId, @PathVariable String personId) {
        PartnerId partner = new PartnerId(partnerId);
        Contact contact =
                partners.find(partner).flatMap(known -> known.contact(personId)).orElse(null);
        Member member =
                rosters.find(partner).flatMap(roster -> roster.member(personId)).orElse(null);
        if (contact == null && member == null) {
            throw new NotFoundException("person", personId);
        }
        return PersonReportView.of(partnerId, personId, contact, member);
    }
}
