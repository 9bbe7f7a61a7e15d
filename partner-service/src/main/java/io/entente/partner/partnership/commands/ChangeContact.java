package io.entente.partner.partnership.commands;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommand;
import io.entente.partner.partnership.PartnerEvent;
import io.entente.partner.partnership.PartnerEvent.PartnerContactChanged;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.util.List;

/**
 * Changes what is known of a person at the partner.
 *
 * @param contact with the id of the one that it replaces
 */
public record ChangeContact(Contact contact) implements PartnerCommand {

    @Override
    public Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now) {
        List<Contact> contacts = partner.application().contacts().stream()
                .map(one -> one.id().equals(contact.id()) ? contact : one)
                .toList();
        return partner.record(
                partner.application().withContacts(contacts),
                new PartnerContactChanged(actor, contact.id(), contact.level()));
    }
}
