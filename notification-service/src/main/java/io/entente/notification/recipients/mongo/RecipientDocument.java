package io.entente.notification.recipients.mongo;

import io.entente.notification.recipients.Colleague;
import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.Recipient;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a recipient.
 *
 * @param name absent in documents that were stored before messages contained the name of the partner
 * @param contacts absent after an erasure; a partner without contacts has an empty list
 * @param team absent in documents that were stored before escalations were sent to people
 */
record RecipientDocument(
        @Id String id,
        long version,
        @Nullable String name,
        String locale,
        String timeZone,
        @Nullable List<Contact> contacts,
        @Nullable List<Colleague> team) {

    static RecipientDocument of(Recipient recipient) {
        return new RecipientDocument(
                recipient.partnerId(),
                recipient.version(),
                recipient.name(),
                recipient.locale(),
                recipient.timeZone().getId(),
                recipient.contacts(),
                recipient.team());
    }

    Recipient toRecipient() {
        return new Recipient(
                id,
                version,
                name == null ? id : name,
                locale,
                ZoneId.of(timeZone),
                contacts == null ? List.of() : contacts,
                team == null ? List.of() : team,
                contacts == null);
    }
}
