package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditOutcome;
import io.entente.platform.audit.AuditTrail;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.security.web.RequestCaller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records how each command ended, each refused attempt to read, and the reads of files and of personal data. It comes before Spring
 * Security, so that it also sees what that refuses.
 */
final class AuditFilter extends OncePerRequestFilter implements Ordered {

    /** After the filter that gives each request its correlation id. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final String CORRELATION_ID = "X-Correlation-Id";

    private final AuditTrail trail;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Routes routes;

    AuditFilter(AuditTrail trail, IdGenerator ids, Clock clock, MeterRegistry metrics, Routes routes) {
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
        this.routes = routes;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isAnswered = false;
        try {
            chain.doFilter(request, response);
            isAnswered = true;
        } finally {
            if (!request.isAsyncStarted()) {
                record(request, response, isAnswered ? response.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR.value());
            }
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response, int status) {
        Attempt attempt = new Attempt(request);
        Optional<Actor> actor = RequestCaller.of(request);
        AuditEntry begun = CommandsBegin.entry(request);
        if (begun == null && !concerns(attempt, actor, status)) {
            return;
        }
        AuditOutcome outcome = AuditOutcome.of(status);
        metrics.counter("entente.audit.entries", "outcome", outcome.name()).increment();
        Attempt.Words words = attempt.words(routes, actor.isPresent() || outcome == AuditOutcome.DONE);
        AuditEntry entry = new AuditEntry(
                begun == null ? ids.next("aud") : begun.id(),
                clock.instant(),
                actor.map(Actor::value).orElse(AuditEntry.ANONYMOUS),
                words.operation(),
                resource(words, response, status),
                outcome,
                status,
                response.getHeader(CORRELATION_ID));
        if (actor.isEmpty() && outcome != AuditOutcome.DONE) {
            trail.recordAnonymous(entry, ClientNetwork.of(request.getRemoteAddr()));
        } else {
            trail.record(entry);
        }
    }

    /** A flood of requests that the rate limit refuses must not become a flood of entries. */
    private static boolean concerns(Attempt attempt, Optional<Actor> actor, int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known == null ? HttpStatus.OK : known) {
            case TOO_MANY_REQUESTS -> false;
            case UNAUTHORIZED, FORBIDDEN -> true;
            case NOT_FOUND ->
                attempt.isCommand() || actor.filter(Actor::isPartner).isPresent();
            default -> attempt.isCommand() || attempt.isAuditedRead();
        };
    }

    private String resource(Attempt.Words words, HttpServletResponse response, int status) {
        String created = status == HttpStatus.CREATED.value() ? path(response.getHeader(HttpHeaders.LOCATION)) : null;
        return created == null
                ? words.resource()
                : routes.resource(created).map(Attempt::shortened).orElse(words.resource());
    }

    private static @Nullable String path(@Nullable String location) {
        return location == null ? null : URI.create(location).getRawPath();
    }
}
