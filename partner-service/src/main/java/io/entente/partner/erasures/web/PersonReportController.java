package io.entente.partner.erasures.web;

import io.entente.partner.erasures.KnownPersons;
import io.entente.partner.erasures.KnownPersons.KnownPerson;
import io.entente.partner.erasures.web.PersonReportView.TextView;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.erasures.PersonInText;
import io.entente.platform.secrets.PersonalData;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what is stored about one person at a partner, for the person that asks for it by law. */
@RestController
@RequestMapping("/api/access-reports/{partnerId}/persons")
@AllowedTo(roles = Role.ADMIN)
class PersonReportController {

    private final KnownPersons persons;
    private final PersonalData stored;

    PersonReportController(KnownPersons persons, PersonalData stored) {
        this.persons = persons;
        this.stored = stored;
    }

    /**
     * Returns what is stored about a contact or a member of a partner, decrypted. It has all texts about the partner that name the person,
     * such as its acceptances of agreements. The other services have the name, the address and the language of a contact, as a copy of the
     * partner's profile, and of a member the id and the rights. The audit log records who asked.
     */
    @AuditedRead
    @GetMapping("/{personId}")
    PersonReportView get(@PathVariable String partnerId, @PathVariable String personId) {
        KnownPerson person = persons.find(new PartnerId(partnerId), personId)
                .orElseThrow(() -> new NotFoundException("person", personId));
        return PersonReportView.of(partnerId, personId, person, texts(partnerId, person));
    }

    /** First answers of requests are left out, because they repeat what is stored elsewhere. */
    private List<TextView> texts(String partnerId, KnownPerson person) {
        PersonInText inText = person.inText();
        String actor = person.actor().orElse("");
        return stored.of(partnerId).stream()
                .flatMap(document -> document.fields().entrySet().stream()
                        .filter(field -> !field.getKey().startsWith("receipt."))
                        .filter(field -> field.getValue().equals(actor) || inText.occursIn(field.getValue()))
                        .map(field ->
                                new TextView(document.collection(), document.id(), field.getKey(), field.getValue())))
                .toList();
    }
}
