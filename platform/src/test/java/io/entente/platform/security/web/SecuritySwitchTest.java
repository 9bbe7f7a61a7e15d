package io.entente.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SecuritySwitchTest {

    private static final String[] CONFIGURATIONS = {
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
        "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
        "io.entente.platform.web.RestConfiguration",
        null
    };

    @Test
    void a_library_alone_secures_nothing() {
        assertThat(matches(new MockEnvironment())).containsExactly(false, false, false, true, true);
    }

    @Test
    void a_service_that_signs_callers_in_gets_the_filter_and_no_more() {
        assertThat(matches(new MockEnvironment().withProperty("entente.security.enabled", "true")))
                .containsExactly(false, true, false, true, true);
    }

    private static boolean[] matches(MockEnvironment environment) {
        SecuritySwitch filter = new SecuritySwitch();
        filter.setEnvironment(environment);
        return filter.match(CONFIGURATIONS, null);
    }
}
