package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientKeyTest {

    @Test
    void a_domain_is_the_key_whatever_its_case() {
        assertThat(ClientKey.of("Brightwater", "BrightWater.Example", "MY").value())
                .isEqualTo("brightwater.example");
    }

    @Test
    void without_one_the_name_is_compared_without_spaces_case_and_width() {
        assertThat(ClientKey.of("  Bright\u00a0 Water ", null, "MY"))
                .isEqualTo(ClientKey.of("BRIGHT WATER", null, "MY"))
                .isEqualTo(ClientKey.of("Ｂｒｉｇｈｔ Water", null, "MY"));
    }

    @Test
    void the_same_name_in_another_country_or_in_none_is_another_client() {
        assertThat(ClientKey.of("Acme", null, "MY"))
                .isNotEqualTo(ClientKey.of("Acme", null, "DE"))
                .isNotEqualTo(ClientKey.of("Acme", null, null));
        assertThat(ClientKey.of("Acme", null, null).value()).isEqualTo("acme/ZZ");
    }

    @Test
    void a_name_that_normalisation_lengthens_stays_within_the_contracts_bound() {
        assertThat(ClientKey.of("\ufdfa".repeat(200), null, "AE").value()).hasSizeLessThanOrEqualTo(256);
    }
}
