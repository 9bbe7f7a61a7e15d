package io.entente.notification.recipients.settings;

import io.entente.notification.recipients.Teams;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the teams; settings that name no team or address are refused at start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamProperties.class)
class TeamConfiguration {

    @Bean
    Teams teams(TeamProperties properties) {
        return properties.toTeams();
    }
}
