package io.entente.partner.outside;

import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.web.MessageSealConfiguration;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires messages to people outside the program. */
@Configuration(proxyBeanMethods = false)
@Import(MessageSealConfiguration.class)
class OutsideConfiguration {

    @Bean
    OutsideMessageWriter outsideMessageWriter(MessageSeal seal) {
        return new OutsideMessageWriter(seal);
    }

    /** Makes the secrets of links. */
    @Bean
    SecureRandom secretsOfLinks() {
        return new SecureRandom();
    }
}
