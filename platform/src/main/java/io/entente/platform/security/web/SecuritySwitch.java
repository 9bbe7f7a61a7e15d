package io.entente.platform.security.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps Spring Boot from configuring security by the mere presence of a library. In the sandbox, services share their class path
 * with an authorization server, which is not theirs. A service gets Spring Security's filter; the rest of its security is
 * {@link SignInConfiguration}.
 */
public final class SecuritySwitch implements AutoConfigurationImportFilter {

    private static final String ALL = "org.springframework.boot.security.";
    private static final String FILTER = ALL + "autoconfigure.web.servlet.";

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            String name = autoConfigurations[i];
            matches[i] = name == null || !name.startsWith(ALL) || name.startsWith(FILTER);
        }
        return matches;
    }
}
