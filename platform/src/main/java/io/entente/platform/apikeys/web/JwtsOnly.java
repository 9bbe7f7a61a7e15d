package io.entente.platform.apikeys.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Leaves API keys, which {@link ApiKeyFilter} has checked, to it. */
final class JwtsOnly implements BearerTokenResolver {

    private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return ApiKeyFilter.isApiKey(request) ? null : tokens.resolve(request);
    }
}
