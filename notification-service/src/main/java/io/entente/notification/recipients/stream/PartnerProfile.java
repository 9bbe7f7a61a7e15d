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
        List<Contact> contacts,
        @Nullable List<Colleague> team) {

    Recipient toRecipient() {
        return new Recipient(
                partnerId, version, name, locale, ZoneId.of(timeZone), contacts, team == null ? List.of() : team);
    }
}
