package io.entente.platform.audit.web;

import io.entente.platform.audit.AuditEntry;
import io.entente.platform.audit.AuditTrail;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.security.web.RequestCaller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Puts each command into the journal before it begins, once its caller is known and may give it. A command that the journal has no
 * room for is refused with 503, so nothing changes without a trace.
 */
final class CommandsBegin implements HandlerInterceptor {

    private static final String ENTRY = CommandsBegin.class.getName() + ".entry";
    private static final String CORRELATION_ID = "X-Correlation-Id";

    private final AuditTrail trail;
    private final IdGenerator ids;
    private final Clock clock;
    private final Routes routes;

    CommandsBegin(AuditTrail trail, IdGenerator ids, Clock clock, Routes routes) {
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.routes = routes;
    }

    /** The entry of the command that has begun; null if none has. */
    static @Nullable AuditEntry entry(HttpServletRequest request) {
        return request.getAttribute(ENTRY) instanceof AuditEntry entry ? entry : null;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Attempt attempt = new Attempt(request);
        if (request.getDispatcherType() != DispatcherType.REQUEST || !attempt.isCommand()) {
            return true;
        }
        Optional<Actor> actor = RequestCaller.of(request);
        Attempt.Words words = attempt.words(routes, actor.isPresent());
        AuditEntry entry = AuditEntry.begun(
                ids.next("aud"),
                clock.instant(),
                actor.map(Actor::value).orElse(AuditEntry.ANONYMOUS),
                words.operation(),
                words.resource(),
                response.getHeader(CORRELATION_ID));
        if (!trail.begin(entry)) {
            throw full();
        }
        request.setAttribute(ENTRY, entry);
        return true;
    }

    private static ErrorResponseException full() {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return new ErrorResponseException(
                status,
                ProblemDetail.forStatusAndDetail(
                        status,
                        "The audit log can't be stored at the moment. Nothing has changed; send the request again."),
                null);
    }
}
