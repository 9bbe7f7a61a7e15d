package io.entente.notification.recipients;

import io.entente.notification.recipients.settings.TeamProperties;
import io.entente.platform.security.DefaultRight;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the firm's teams. The service doesn't start if a team or an address is invalid. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamProperties.class)
class TeamsConfiguration {

    /** A handler that can't be limited to what a member has submitted is closed to those who don't see everything. */
    @Bean
    DefaultRight rightToSeeAllReferrals() {
        return new DefaultRight("SEE_ALL_REFERRALS");
    }

    @Bean
    Teams teams(TeamProperties properties) {
        return properties.toTeams();
    }
}
