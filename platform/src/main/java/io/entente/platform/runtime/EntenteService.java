package io.entente.platform.runtime;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** How an Entente service starts: the same defaults for all, then the service's own configuration by its own name. */
public final class EntenteService {

    private EntenteService() {}

    /**
     * A service ready to run. Its configuration is {@code <name>.yml}, not {@code application.yml}: in the sandbox all
     * services share one class path.
     */
    public static SpringApplicationBuilder named(String name, Class<?> application) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=entente," + name, "spring.application.name=" + name);
    }
}
