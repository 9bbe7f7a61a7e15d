package io.entente.notification.recipients.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.recipients.Contact;
import io.entente.notification.recipients.Recipient;
import io.entente.testkit.Contracts;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

class PartnerProfileContractTest {

    private static final ObjectReader READER = JsonMapper.builder()
            .build()
            .readerFor(PartnerProfile.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void a_profile_is_read_as_a_recipient() {
        Recipient recipient = read(Contracts.sampleWithUnknownFields("partner.profile.v1"));

        assertThat(recipient).isEqualTo(read(Contracts.sample("partner.profile.v1")));
        assertThat(recipient.version()).isEqualTo(6);
        assertThat(recipient.locale()).isEqualTo("en");
        assertThat(recipient.timeZone()).isEqualTo(ZoneId.of("Asia/Kuala_Lumpur"));
        assertThat(recipient.addressee()).contains(new Contact("Aisyah Rahman", "aisyah.rahman@harbourpine.example"));
    }

    @Test
    void a_logged_recipient_does_not_reveal_its_contacts() {
        assertThat(read(Contracts.sample("partner.profile.v1")).toString()).doesNotContain("Aisyah", "@");
    }

    private static Recipient read(String profile) {
        PartnerProfile read = READER.readValue(profile);
        return read.toRecipient();
    }
}
