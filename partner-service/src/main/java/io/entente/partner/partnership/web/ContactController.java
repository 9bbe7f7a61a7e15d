package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.commands.AddContact;
import io.entente.partner.partnership.commands.ChangeContact;
import io.entente.partner.partnership.commands.DepartContact;
import io.entente.partner.referrals.PartnerReferrals;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people at a partner. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
@RequestMapping("/api/partners/{id}")
class ContactController {

    private final PartnerCommandHandler commands;
    private final Partners partners;
    private final PartnerReferrals referrals;
    private final IdGenerator ids;

    ContactController(PartnerCommandHandler commands, Partners partners, PartnerReferrals referrals, IdGenerator ids) {
        this.commands = commands;
        this.partners = partners;
        this.referrals = referrals;
        this.ids = ids;
    }

    /**
     * Adds a person at a partner, and returns the partner. A request that is repeated with the same Idempotency-Key adds nobody, and returns
     * the partner as it is now.
     */
    @PostMapping("/contacts")
    ResponseEntity<PartnerView> add(
            @PathVariable String id,
            @RequestBody ContactRequest request,
            IdempotencyKey key,
            Actor actor,
            IfMatch ifMatch) {
        Contact contact = request.toContact(key.idFor("con", "contacts of " + id, ids));
        PartnerView changed = give(id, new AddContact(contact), actor, partner -> {
            if (partner.contact(contact.id()).isEmpty()) {
                ifMatch.check(partner.version());
            } else if (!partner.application().contacts().contains(contact)) {
                throw IdempotencyKey.reused();
            }
        });
        return Created.first("/api/partners/" + id, changed);
    }

    /** Changes what is known of a person at a partner. Repeating the request changes nothing. */
    @PutMapping("/contacts/{contactId}")
    PartnerView change(
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestBody ContactRequest request,
            Actor actor,
            IfMatch ifMatch) {
        return give(id, new ChangeContact(request.toContact(contactId)), actor, partner -> {
            ifMatch.check(partner.version());
            if (partner.contact(contactId).isEmpty()) {
                throw new NotFoundException("contact", contactId);
            }
        });
    }

    /**
     * Records that a person has left a partner. Name and addresses are removed. What the next person needs is in the handover pack. Repeating
     * the request changes nothing.
     */
    @PostMapping("/contacts/{contactId}/depart")
    PartnerView depart(@PathVariable String id, @PathVariable String contactId, Actor actor, IfMatch ifMatch) {
        return give(id, new DepartContact(contactId), actor, partner -> {
            if (partner.contact(contactId).isPresent()) {
                ifMatch.check(partner.version());
            } else if (partner.departures().stream()
                    .noneMatch(departure -> departure.contactId().equals(contactId))) {
                throw new NotFoundException("contact", contactId);
            }
        });
    }

    /**
     * Returns the handover pack of a partner. It shows who has left, who is there, which levels have nobody, who of the firm looks after the
     * partner, what has happened so far, which referrals are open, and under which paths the open work is found.
     */
    @AuditedRead
    @GetMapping("/handover")
    HandoverView handover(@PathVariable String id) {
        return partners.find(new PartnerId(id))
                .map(partner -> HandoverView.of(partner, referrals))
                .orElseThrow(() -> new NotFoundException("partner", id));
    }

    private PartnerView give(String id, PartnerCommand command, Actor actor, Consumer<Partner> precondition) {
        Decision<Partner> decided = commands.handle(new PartnerId(id), command, actor, precondition)
                .orElseThrow(() -> new NotFoundException("partner", id));
        return PartnerView.of(ConflictException.unlessAllowed(decided));
    }
}
