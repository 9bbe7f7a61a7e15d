package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.ActorSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves the {@link Caller} in a service that doesn't sign callers in. Somebody who acts for a partner has the role PARTNER, and
 * everybody else has every other role.
 */
final class UnsignedCallerResolver implements HandlerMethodArgumentResolver {

    private final ActorSource actors;

    /** @param actors reads who sends a request */
    UnsignedCallerResolver(ActorSource actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = actors.actorOf(request);
        return actor.isPartner()
                ? new Caller(actor, Set.of(Role.PARTNER), Set.of())
                : new Caller(actor, EnumSet.complementOf(EnumSet.of(Role.PARTNER)), EnumSet.allOf(Scope.class));
    }
}
