package io.entente.platform.runtime;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a service: all services share the defaults of {@code entente.yml}, and a service's own configuration overrides them. */
public final class EntenteService {

    private EntenteService() {}

    /**
     * Prepares a service to run. Its configuration is {@code <name>.yml} and not {@code application.yml}, because all services
     * share one class path in the sandbox. The texts of its API description are in {@code <name>-openapi.yml}.
     */
    public static SpringApplicationBuilder named(String name, Class<?> application) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "spring.config.name=entente,%1$s-openapi,%1$s".formatted(name),
                        "spring.application.name=" + name);
    }
}
