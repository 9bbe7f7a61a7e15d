package io.entente.platform.web.limits;

import io.entente.platform.domain.Actor;
import io.entente.platform.web.access.ActorSource;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses the requests of a client that sends too many with 429. A client is who signed in, or else its address. It comes after
 * Spring Security, so a bad token is always 401, and nobody uses up the requests of somebody else. Probes of the health are let
 * through, because a flood must not make the platform restart the service.
 */
final class RateLimitFilter extends OncePerRequestFilter implements Ordered {

    /** Spring Security's filter is at -100. */
    private static final int AFTER_SIGN_IN = -90;

    private final ClientRates rates;
    private final ActorSource actors;
    private final String health;
    private final JsonMapper json;
    private final Counter refused;

    /** @param actors who signed in; {@link Actor#SYSTEM} if nobody has */
    RateLimitFilter(ClientRates rates, ActorSource actors, String health, JsonMapper json, Counter refused) {
        this.rates = rates;
        this.actors = actors;
        this.health = health;
        this.json = json;
        this.refused = refused;
    }

    @Override
    public int getOrder() {
        return AFTER_SIGN_IN;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(health);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long seconds = rates.secondsToWait(client(request));
        if (seconds == 0) {
            chain.doFilter(request, response);
        } else {
            refused.increment();
            refuse(request, response, seconds);
        }
    }

    private String client(HttpServletRequest request) {
        Actor actor = actors.actorOf(new ServletWebRequest(request));
        return actor.equals(Actor.SYSTEM) ? "address:" + request.getRemoteAddr() : actor.value();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "You send too many requests. Send the next one in %d s.".formatted(seconds));
        problem.setType(URI.create("about:blank"));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("errors", List.of());
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
