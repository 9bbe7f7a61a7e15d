package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerContactAdded;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a person at the partner. A contact that was added before stays as it is.
 *
 * @param contact with its id
 */
public record AddContact(Contact contact) implements PartnerCommand {

    /** A partner has at most this many contacts. */
    public static final int MAX_PER_PARTNER = 20;

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        if (partner.contact(contact.id()).isPresent()) {
            return Decision.allowed(Change.nothing(partner));
        }
        List<Contact> contacts = new ArrayList<>(partner.application().contacts());
        if (contacts.size() >= MAX_PER_PARTNER) {
            return Decision.rejected("The partner has %d contacts, which is the maximum.".formatted(contacts.size()));
        }
        contacts.add(contact);
        return partner.record(
                partner.application().withContacts(contacts),
                new PartnerContactAdded(actor, contact.id(), contact.level()));
    }
}
