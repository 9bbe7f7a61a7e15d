package io.entente.platform.web.access;

import io.entente.platform.domain.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses commands to outsiders unless they are {@link OpenToOutsiders}. A command is a request that changes something. A new
 * command is closed to outsiders until somebody opens it.
 */
public final class OutsiderAccess implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Function<HttpServletRequest, Actor> actor;

    /** @param actor reads who sends a request */
    public OutsiderAccess(Function<HttpServletRequest, Actor> actor) {
        this.actor = actor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READING.contains(request.getMethod()) || !(handler instanceof HandlerMethod command) || isOpen(command)) {
            return true;
        }
        if (actor.apply(request).isPartner()) {
            throw new ErrorResponseException(
                    HttpStatus.FORBIDDEN,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.FORBIDDEN, "A partner can't give this command. Ask the firm to do it."),
                    null);
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod command) {
        return command.hasMethodAnnotation(OpenToOutsiders.class)
                || command.getBeanType().isAnnotationPresent(OpenToOutsiders.class);
    }
}
