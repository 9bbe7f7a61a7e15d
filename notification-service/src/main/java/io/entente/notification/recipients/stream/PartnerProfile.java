package io.entente.notification.recipients.stream;

import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.Recipient;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of {@code partner.profile.v1} that the service needs. */
record PartnerProfile(
        String partnerId,
        long version,
        String name,
        String locale,
        String timeZone,
        List<Person> contacts,
        @Nullable List<Colleague> team) {

    /**
     * A person at the partner.
     *
     * @param locale absent for the language of the partner
     */
    record Person(String name, String email, @Nullable String locale) {

        Contact toContact() {
            return new Contact(name, email);
        }
    }

    /** The first contact gets the messages, so they are in its language. */
    Recipient toRecipient() {
        String reads = contacts.isEmpty() ? null : contacts.get(0).locale();
        return new Recipient(
                partnerId,
                version,
                name,
                reads == null ? locale : reads,
                ZoneId.of(timeZone),
                contacts.stream().map(Person::toContact).toList(),
                team == null ? List.of() : team);
    }
}
