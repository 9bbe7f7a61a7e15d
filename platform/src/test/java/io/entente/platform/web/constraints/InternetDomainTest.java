package io.entente.platform.web.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternetDomainTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Request(@InternetDomain String domain) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brightwater.example",
                "shop.acme.co.uk",
                "münchen.example",
                "例え.テスト",
                "4711.example",
                "a.xn--p1ai",
                "x.1a"
            })
    void a_domain_has_a_letter_in_its_last_label(String domain) {
        assertThat(VALIDATOR.validate(new Request(domain))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.10.20",
                "10.0.0.1",
                "1.250",
                "12.500.00",
                "https://acme.example",
                "acme",
                "acme.example/",
                "a..example"
            })
    void an_ip_address_an_amount_and_an_address_of_a_page_are_none(String text) {
        assertThat(VALIDATOR.validate(new Request(text))).singleElement().satisfies(refused -> assertThat(
                        refused.getMessage())
                .isEqualTo("must be an Internet domain such as brightwater.example"));
    }
}
