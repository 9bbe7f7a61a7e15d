package io.entente.notification.recipients.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.recipients.Recipient;
import io.entente.notification.recipients.stream.PartnerProfile.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerProfileTest {

    @Test
    void messages_are_in_the_language_of_the_contact_who_gets_them() {
        Recipient recipient = profile(person("pt"), person("ja")).toRecipient();

        assertThat(recipient.locale()).isEqualTo("pt");
        assertThat(recipient.contacts()).hasSize(2);
    }

    @Test
    void messages_are_in_the_language_of_the_partner_if_the_contact_has_none() {
        assertThat(profile(person(null), person("ja")).toRecipient().locale()).isEqualTo("de");
        assertThat(profile().toRecipient().locale()).isEqualTo("de");
    }

    private static Person person(@Nullable String locale) {
        return new Person("Rui", "rui@kestrel.example", locale);
    }

    private static PartnerProfile profile(Person... contacts) {
        return new PartnerProfile("par_9", 4, "Kestrel Tax", "de", "Europe/Berlin", List.of(contacts), null);
    }
}
