package io.entente.testkit.planted.beans;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One of two configurations with a bean method of the same name. */
@Configuration(proxyBeanMethods = false)
public class FirstConfiguration {

    @Bean
    String indexes() {
        return "first";
    }
}
