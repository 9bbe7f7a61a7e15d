package io.entente.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;

/** Marks a request whose answer has only what its caller has submitted, because the caller may not see everything of its tenant. */
public final class OwnOnly {

    private static final String AUTHOR = OwnOnly.class.getName();

    private OwnOnly() {}

    /** Limits the answer to what an actor has submitted. */
    public static void limit(HttpServletRequest request, String actor) {
        request.setAttribute(AUTHOR, actor);
    }

    /** The actor to whose own the answer is limited; empty if it is not limited. */
    public static Optional<String> author(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(AUTHOR));
    }

    static Optional<String> author(RequestAttributes request) {
        return Optional.ofNullable((String) request.getAttribute(AUTHOR, RequestAttributes.SCOPE_REQUEST));
    }
}
