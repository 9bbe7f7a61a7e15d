package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.Policies;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigpond.com",
                "rediffmail.com",
                "foxmail.com",
                "wp.pl",
                "seznam.cz",
                "hanmail.net",
                "streamyx.com",
                "posteo.de"
            })
    void a_mail_provider_of_any_country_identifies_no_client(String provider) {
        assertThat(ClientKey.of("Acme", provider, "MY").value()).isEqualTo("acme/MY");
        assertThat(ClientKey.of("Acme", "mail." + provider, "MY").value()).isEqualTo("acme/MY");
    }

    /** The second client of a partner is another one, and strangers meet under a name at most. */
    @Test
    void two_clients_with_addresses_of_one_mail_provider_are_different_clients() {
        ClientIdentity one = ClientIdentity.of("Harbour Studio", "bigpond.com", "AU", Set.of());
        ClientIdentity other = ClientIdentity.of("Quayside Foods", "bigpond.com", "AU", Set.of());

        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(Policies.FIRST.matching().compare(one, other).score()).isLessThan(new BigDecimal("0.92"));
    }

    @ParameterizedTest
    @CsvSource({
        "shop.acme.com, acme.com",
        "www.shop.acme.com, acme.com",
        "acme.com, acme.com",
        "acme.co.uk, acme.co.uk",
        "www.acme.co.uk, acme.co.uk",
        "mail.acme.com.my, acme.com.my",
        "acme.github.io, acme.github.io",
        "shop.acme.myshopify.com, acme.myshopify.com",
        "www.city.kawasaki.jp, city.kawasaki.jp",
        "shop.bw.example, bw.example",
        "localhost, localhost",
    })
    void a_domain_is_reduced_to_its_registrable_part(String written, String key) {
        assertThat(ClientKey.of("Acme", written, null).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "com", "com.my", "github.io"})
    void a_public_suffix_identifies_no_client(String suffix) {
        assertThat(ClientKey.of("Acme", suffix, "GB").value()).isEqualTo("acme/GB");
    }

    @Test
    void a_subdomain_of_a_domain_that_the_policy_calls_generic_identifies_no_client() {
        ClientIdentity client = ClientIdentity.of("Acme", "acme.coworking.example", "DE", Set.of("coworking.example"));

        assertThat(client.key().value()).isEqualTo("acme/DE");
    }

    @Test
    void a_domain_is_the_same_with_www_and_in_its_ascii_form() {
        assertThat(ClientKey.of("x", "www.Müller.example", null))
                .isEqualTo(ClientKey.of("y", "xn--mller-kva.example", "DE"));
    }
}
