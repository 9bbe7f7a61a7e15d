package io.entente.notification.recipients;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A partner as somebody to write to.
 *
 * @param version of the profile that this is a copy of; a lower one than is known is old news
 * @param name the partner's, for messages to others about it
 * @param locale BCP 47; picks the language and how figures are written
 * @param timeZone in which the partner reads hours and days
 */
public record Recipient(
        String partnerId, long version, String name, String locale, ZoneId timeZone, List<Contact> contacts) {

    public Recipient {
        contacts = List.copyOf(contacts);
    }

    /** The one whom e-mail goes to: the first of the partner's contacts, if it has any. */
    public Optional<Contact> addressee() {
        return contacts.stream().findFirst();
    }
}
