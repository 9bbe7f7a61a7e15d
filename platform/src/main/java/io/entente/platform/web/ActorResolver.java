package io.entente.platform.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.access.ActorSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves the {@link Actor} of a request: the one who signed in, or the one in the header {@code Entente-Actor} if the service
 * doesn't sign callers in. The gateway in front then vouches for the header. It decides no access by itself; it tells one person
 * from another if a command needs two, and is recorded with what was done.
 */
public final class ActorResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Entente-Actor";

    private final ActorSource source;

    ActorResolver(ActorSource source) {
        this.source = source;
    }

    /** Believes the header. */
    public static ActorSource fromHeader() {
        return request -> read(request.getHeader(HEADER));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = source.actorOf(request);
        if (parameter.hasParameterAnnotation(Identified.class) && actor.equals(Actor.SYSTEM)) {
            throw invalid("is required for this command: name the person who gives it, such as user:u-17");
        }
        return actor;
    }

    static Actor read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Actor.SYSTEM;
        }
        try {
            return new Actor(header.strip());
        } catch (IllegalArgumentException e) {
            throw invalid("must be a kind and an id such as user:u-17");
        }
    }

    private static InvalidInputException invalid(String message) {
        return InvalidInputException.malformed(List.of(new FieldError(HEADER, message)));
    }
}
