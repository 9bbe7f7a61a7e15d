package io.entente.platform.web.access;

import io.entente.platform.domain.Actor;
import org.springframework.web.context.request.WebRequest;

/** Knows who sends a request, from the token that came with it. */
@FunctionalInterface
public interface ActorSource {

    /** The sender, or {@link Actor#SYSTEM} if the operation works without sign-in and the request has no token. */
    Actor actorOf(WebRequest request);
}
