package io.entente.platform.web;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.events.envelope.Causality;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a correlation id: the one in the caller's {@code X-Correlation-Id}, or a new one. The response carries
 * it, and so does every event that the request causes. It comes before the filters that may refuse a request, so a refusal has an
 * id too.
 */
final class CorrelationFilter extends OncePerRequestFilter implements Ordered {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[\\w.:/-]{1,100}");
    /** After the filter that opens the request's span, and before Spring Security's at -100. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final IdGenerator ids = IdGenerator.ulids();

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = correlation(request.getHeader(HEADER));
        response.setHeader(HEADER, correlation);
        try (Causality.Scope onBehalf = Causality.enter(new Causality(correlation, null))) {
            chain.doFilter(request, response);
        }
    }

    private String correlation(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches() ? given : ids.next("cor");
    }
}
