package io.entente.platform.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds headers that protect browsers to each answer, also to refusals of the filters that follow. */
final class SecurityHeadersFilter extends OncePerRequestFilter implements Ordered {

    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

    private final Map<String, String> headers;

    SecurityHeadersFilter(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.forEach((name, value) -> {
            if (!value.isBlank()) {
                response.setHeader(name, value);
            }
        });
        chain.doFilter(request, response);
    }
}
