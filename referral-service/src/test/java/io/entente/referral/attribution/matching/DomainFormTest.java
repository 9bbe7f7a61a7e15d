package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFormTest {

    @ParameterizedTest
    @CsvSource({
        "harbourlight.example,harbourlight.example",
        "www.Harbourlight.example,harbourlight.example",
        "www.com,www.com",
        "harbourlight.example.,harbourlight.example",
        "https://www.harbourlight.example/en/contact?from=mail#top,harbourlight.example",
        "HTTPS://Shop.Harbourlight.example:8443,shop.harbourlight.example",
        "https://harbourlight.example/@team,harbourlight.example",
        "https://user:word@harbourlight.example/,harbourlight.example",
        "//harbourlight.example/start,harbourlight.example",
        "ftp://files.harbourlight.example,files.harbourlight.example",
        "harbourlight.example?ref=ada@other.example,harbourlight.example",
        "Ada.Lovelace+crm@harbourlight.example,harbourlight.example",
        "@harbourlight.example,harbourlight.example",
        "mailto:ada@harbourlight.example?subject=Hello,harbourlight.example",
        "Ada Lovelace <ada@harbourlight.example>,harbourlight.example",
        "<https://harbourlight.example>,harbourlight.example",
        "info@müller-söhne.example,müller-söhne.example",
        "ｈａｒｂｏｕｒ．example,harbour.example",
        "例え。テスト,例え.テスト",
    })
    void a_domain_is_read_from_a_domain_an_address_of_a_page_or_an_email_address(String text, String domain) {
        assertThat(DomainForm.read(text)).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "harbourlight",
                "ada@",
                "ada@harbourlight",
                "ada@harbourlight.example@other.example",
                "ada@harbourlight.example, bob@other.example",
                "ada@harbourlight.example; bob@other.example",
                "Harbour Light <harbourlight.example",
                "harbour light.example",
                "192.168.10.12",
                "https://192.168.10.12/login",
                "1250.00",
                "-harbour.example",
                "harbour..example",
            })
    void what_names_no_single_domain_is_refused(String text) {
        assertThat(DomainForm.read(text)).isNull();
    }
}
