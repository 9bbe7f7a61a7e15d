package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientKeyTest {

    @Test
    void a_domain_is_the_key_regardless_of_its_case() {
        assertThat(ClientKey.of("Brightwater", "BrightWater.Example", "MY").value())
                .isEqualTo("brightwater.example");
    }

    @Test
    void without_a_domain_the_name_is_compared_without_spaces_case_and_width() {
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

    @Test
    void a_legal_form_accents_and_punctuation_do_not_distinguish_clients() {
        assertThat(ClientKey.of("Müller & Söhne GmbH & Co. KG", null, "DE").value())
                .isEqualTo("muller and sohne/DE");
        assertThat(ClientKey.of("MULLER AND SOHNE", null, "DE"))
                .isEqualTo(ClientKey.of("Müller + Söhne G.m.b.H.", null, "DE"));
        assertThat(ClientKey.of("株式会社テスト", null, "JP")).isEqualTo(ClientKey.of("テスト（株）", null, "JP"));
    }

    @Test
    void the_domain_of_a_mail_provider_identifies_no_client() {
        assertThat(ClientKey.of("Brightwater Sdn Bhd", "GMAIL.com", "MY").value())
                .isEqualTo("brightwater/MY");
    }

    @Test
    void a_domain_is_the_same_with_www_and_in_its_ascii_form() {
        assertThat(ClientKey.of("x", "www.Müller.example", null))
                .isEqualTo(ClientKey.of("y", "xn--mller-kva.example", "DE"));
    }
}
