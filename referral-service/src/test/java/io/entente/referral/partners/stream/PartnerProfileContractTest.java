package io.entente.referral.partners.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PartnerProfileContractTest {

    /** Reads like a consumer, for which an unknown field is no error. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void a_profile_is_read_as_published_and_with_fields_added_later() {
        KnownPartner expected = new KnownPartner(
                "01K1A7Q2M8V4R6T9W3X5Y7Z0BC",
                "Harbour Pine Advisory",
                "ACTIVE",
                Tier.ACTIVE,
                "REFERRAL",
                "MY",
                "Asia/Kuala_Lumpur",
                6);

        assertThat(read(Contracts.sample(PartnerProfileListener.TYPE))).isEqualTo(expected);
        assertThat(read(Contracts.sampleWithUnknownFields(PartnerProfileListener.TYPE)))
                .isEqualTo(expected);
    }

    private KnownPartner read(String sample) {
        return json.readValue(sample, PartnerProfile.class).toPartner();
    }
}
