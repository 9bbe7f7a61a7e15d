package io.entente.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecuritySwitchTest {

    private static final String[] CONFIGURATIONS = {
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
        "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
        "io.entente.platform.web.RestConfiguration",
        null
    };

    @Test
    void a_service_gets_the_filter_and_nothing_else_by_the_presence_of_a_library() {
        assertThat(new SecuritySwitch().match(CONFIGURATIONS, null)).containsExactly(false, true, false, true, true);
    }
}
