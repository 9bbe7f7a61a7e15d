package io.entente.platform.web.access;

import io.entente.platform.domain.Actor;
import org.springframework.web.context.request.WebRequest;

/** Knows who sends a request. A service that signs callers in has a bean of this type; otherwise a header says it. */
@FunctionalInterface
public interface ActorSource {

    /** The sender, or {@link Actor#SYSTEM} if it is unknown. */
    Actor actorOf(WebRequest request);
}
