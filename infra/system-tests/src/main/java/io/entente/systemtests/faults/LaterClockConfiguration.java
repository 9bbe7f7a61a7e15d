package io.entente.systemtests.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Sets a service's clock forward, for example by {@code entente.fault.later=P60D}, so that the current quarter is over for it. */
@AutoConfiguration(beforeName = "io.entente.platform.runtime.ServiceConfiguration")
@ConditionalOnProperty("entente.fault.later")
public class LaterClockConfiguration {

    @Bean
    Clock clock(Environment environment) {
        Duration later = Duration.parse(environment.getRequiredProperty("entente.fault.later"));
        return Clock.offset(Clock.tickMillis(ZoneOffset.UTC), later);
    }
}
