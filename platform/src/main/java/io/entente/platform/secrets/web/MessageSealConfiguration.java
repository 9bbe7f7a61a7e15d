package io.entente.platform.secrets.web;

import io.entente.platform.secrets.MessageSeal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what two services share to hand over addresses. Each of them imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsProperties.class)
public class MessageSealConfiguration {

    @Bean
    MessageSeal messageSeal(SecretsProperties properties) {
        return new MessageSeal(properties.ofMessages());
    }
}
