package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Tells who has signed in with a request, also to a filter that comes before Spring Security's, after the request is answered. */
public final class RequestCaller {

    private static final RequestAttributeSecurityContextRepository CONTEXTS =
            new RequestAttributeSecurityContextRepository();

    private RequestCaller() {}

    /** Signs a caller in for this request, before Spring Security's filters, which then find it. */
    public static void signIn(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        CONTEXTS.saveContext(new SecurityContextImpl(new CallerToken(caller, null)), request, response);
    }

    /** Who sent the request; empty if nobody has signed in. */
    public static Optional<Actor> of(HttpServletRequest request) {
        return CallerToken.of(CONTEXTS.loadDeferredContext(request).get().getAuthentication())
                .map(Caller::actor);
    }
}
