package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves the {@link Actor} that is recorded with a command, and the {@link Caller} for a handler whose answer depends on the
 * caller's role. The actor of a request without a token, which only handlers without sign-in get, is {@link Actor#SYSTEM}.
 */
final class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == Caller.class
                ? CallerToken.required(parameter)
                : CallerToken.currentActor();
    }
}
