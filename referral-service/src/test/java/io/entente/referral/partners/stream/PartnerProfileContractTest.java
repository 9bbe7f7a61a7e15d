package io.entente.referral.partners.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Contracts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
                6,
                Map.of(
                        "account-manager", "user:01K0Z1Y2X3W4V5T6S7R8Q9P0NM",
                        "partner-manager", "user:01K0Z3A3B4C5D6E7F8G9H0J1KM"),
                "Three follow-up promises missed within 90 days.",
                "01K1A7Q2M8V4R6T9W3X5Y7Z0BD");

        assertThat(read(Contracts.sample(PartnerProfileListener.TYPE))).isEqualTo(expected);
        assertThat(read(Contracts.sampleWithUnknownFields(PartnerProfileListener.TYPE)))
                .isEqualTo(expected);
    }

    @Test
    void a_profile_from_before_there_were_teams_names_nobody_and_the_first_of_two_with_one_role_counts() {
        ObjectNode profile = (ObjectNode) json.readTree(Contracts.sample(PartnerProfileListener.TYPE));
        ArrayNode team = (ArrayNode) profile.path("team");
        team.addObject().put("role", "account-manager").put("person", "user:later");
        assertThat(read(profile.toString()).team()).containsEntry("account-manager", "user:01K0Z1Y2X3W4V5T6S7R8Q9P0NM");

        profile.remove("team");
        assertThat(read(profile.toString()).team()).isEmpty();
    }

    private KnownPartner read(String sample) {
        return json.readValue(sample, PartnerProfile.class).toPartner();
    }
}
