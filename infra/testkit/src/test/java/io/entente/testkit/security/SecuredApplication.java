package io.entente.testkit.security;

import io.entente.platform.runtime.EntenteService;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** A small service with everything that the platform gives to services, whose callers sign in. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(OrderController.class)
class SecuredApplication {

    static SpringApplicationBuilder service() {
        return EntenteService.named("secured-service", SecuredApplication.class);
    }
}
