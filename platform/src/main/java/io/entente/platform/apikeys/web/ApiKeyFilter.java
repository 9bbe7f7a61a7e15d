package io.entente.platform.apikeys.web;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKeyText;
import io.entente.platform.security.web.RequestCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says twice who sends it, because a proxy in front could have checked the other token. Signs a system in that sends an API key as its bearer token, right before Spring Security's filters. They find the caller in the
 * request, and {@link JwtsOnly} keeps them from reading the key as a JWT.
 */
final class ApiKeyFilter extends OncePerRequestFilter implements Ordered {

    /** Before Spring Security's filter at -100. */
    private static final int BEFORE_SIGN_IN = -110;

    private static final String BEARER = "Bearer ";

    private final KnownApiKeys keys;
    private final AuthenticationEntryPoint refusal;

    ApiKeyFilter(KnownApiKeys keys, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.refusal = refusal;
    }

    /** Whether the request has an API key, or what looks like one. */
    static boolean isApiKey(HttpServletRequest request) {
        return sent(request).startsWith(ApiKeyText.PREFIX);
    }

    private static String sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    @Override
    public int getOrder() {
        return BEFORE_SIGN_IN;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            refusal.commence(
                    request,
                    response,
                    new InvalidBearerTokenException("The request has more than one Authorization header."));
            return;
        }
        if (!isApiKey(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = ApiKeyText.read(sent(request)).flatMap(keys::accepted);
        if (key.isEmpty()) {
            refusal.commence(
                    request,
                    response,
                    new InvalidBearerTokenException("The API key is unknown, has expired or was revoked."));
            return;
        }
        RequestCaller.signIn(request, response, key.get().caller());
        chain.doFilter(request, response);
    }
}
