package io.entente.notification.recipients.mongo;

import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.Recipient;
import java.time.ZoneId;
import java.util.List;
import org.springframework.data.annotation.Id;

/** How a recipient is stored. */
record RecipientDocument(@Id String id, long version, String locale, String timeZone, List<Contact> contacts) {

    static RecipientDocument of(Recipient recipient) {
        return new RecipientDocument(
                recipient.partnerId(),
                recipient.version(),
                recipient.locale(),
                recipient.timeZone().getId(),
                recipient.contacts());
    }

    Recipient toRecipient() {
        return new Recipient(id, version, locale, ZoneId.of(timeZone), contacts);
    }
}
