package io.entente.partner.programcosts;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the costs of the program. */
@Configuration(proxyBeanMethods = false)
class ProgramCostsConfiguration {

    @Bean
    EnterCosts enterCosts(ProgramCosts costs, Clock clock) {
        return new EnterCosts(costs, clock);
    }
}
