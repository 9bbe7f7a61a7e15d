package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Tells who has signed in with a request, also to a filter that comes before Spring Security's, after the request is answered. */
public final class RequestCaller {

    private static final RequestAttributeSecurityContextRepository CONTEXTS =
            new RequestAttributeSecurityContextRepository();

    private RequestCaller() {}

    /** Who sent the request; empty if nobody has signed in. */
    public static Optional<Actor> of(HttpServletRequest request) {
        return CallerToken.of(CONTEXTS.loadDeferredContext(request).get().getAuthentication())
                .map(Caller::actor);
    }
}
