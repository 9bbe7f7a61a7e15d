package io.entente.platform.domain.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class OneTimeLinkTest {

    @Test
    void a_link_is_read_back_and_another_one_does_not_open() {
        OneTimeLink link = OneTimeLink.to("app_7k", new SecureRandom());
        OneTimeLink other = OneTimeLink.to("app_7k", new SecureRandom());

        assertThat(OneTimeLink.read(link.text())).contains(link);
        assertThat(link.hasHash(link.hash())).isTrue();
        assertThat(other.hasHash(link.hash())).isFalse();
        assertThat(link.toString()).doesNotContain(link.secret());
        assertThat(link.hash()).doesNotContain(link.secret());
    }

    @Test
    void what_has_another_form_is_no_link() {
        for (String text :
                new String[] {"", "app_7k", "app_7k.short", "App_7k." + "a".repeat(43), "app_7k." + "a".repeat(44)}) {
            assertThat(OneTimeLink.read(text)).as(text).isEmpty();
        }
    }
}
