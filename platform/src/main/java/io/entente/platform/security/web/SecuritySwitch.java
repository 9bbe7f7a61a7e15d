package io.entente.platform.security.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Boot from securing an application by the mere presence of a library. In the sandbox, services share their class
 * path with an authorization server, which is not theirs. A service with {@code entente.security.enabled} gets what a resource
 * server needs, and every other application gets nothing.
 */
public final class SecuritySwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String ALL = "org.springframework.boot.security.";
    private static final String FILTER = ALL + "autoconfigure.web.servlet.";

    private boolean enabled;

    @Override
    public void setEnvironment(Environment environment) {
        enabled = environment.getProperty("entente.security.enabled", Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            String name = autoConfigurations[i];
            matches[i] = name == null || !name.startsWith(ALL) || (enabled && name.startsWith(FILTER));
        }
        return matches;
    }
}
