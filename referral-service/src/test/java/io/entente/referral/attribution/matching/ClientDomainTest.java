package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrable part of a domain is what somebody can own. */
class ClientDomainTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "acme.com,             acme.com",
                "shop.eu.acme.com,     acme.com",
                "shop.acme.co.uk,      acme.co.uk",
                "acme.github.io,       acme.github.io",
                "büro.münchen.example, münchen.example",
                "shop.例え.テスト,      例え.テスト",
                "co.uk,                -",
                "github.io,            -",
                "com,                  -",
            })
    void a_domain_is_cut_to_its_registrable_part_and_a_public_suffix_has_none(String written, String registrable) {
        assertThat(ClientDomain.registrablePart(written)).isEqualTo(Optional.ofNullable(registrable));
    }
}
