package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses requests of outsiders if the service doesn't sign callers in. It lets an outsider in if {@link AllowedTo} names the role
 * PARTNER, or if the handler is {@link AllowedToAnyone}. Requests that read something else than the API, such as its description, are
 * open.
 */
final class OutsiderAccess implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String API = "/api/";

    private final Function<HttpServletRequest, Actor> actor;

    /** @param actor reads who sends a request */
    OutsiderAccess(Function<HttpServletRequest, Actor> actor) {
        this.actor = actor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isOpen(method)) {
            return true;
        }
        boolean reading = READING.contains(request.getMethod());
        if (reading && !request.getRequestURI().startsWith(request.getContextPath() + API)) {
            return true;
        }
        if (actor.apply(request).isPartner()) {
            throw refused(
                    reading
                            ? "A partner can't read this. Ask the firm for it."
                            : "A partner can't give this command. Ask the firm to do it.");
        }
        return true;
    }

    private static ErrorResponseException refused(String detail) {
        return new ErrorResponseException(
                HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail), null);
    }

    private static boolean isOpen(HandlerMethod method) {
        AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
        if (allowed == null) {
            allowed = method.getBeanType().getAnnotation(AllowedTo.class);
        }
        if (allowed != null) {
            return Arrays.asList(allowed.roles()).contains(Role.PARTNER);
        }
        return method.hasMethodAnnotation(AllowedToAnyone.class);
    }
}
