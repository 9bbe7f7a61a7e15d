package io.entente.platform.web.access;

import io.entente.platform.domain.PlainText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Resolves the {@link Tenant} of a request. The path variable and the query parameter {@code partnerId} name a partner; a
 * partner that names another one gets 404.
 */
public final class TenantResolver implements HandlerMethodArgumentResolver {

    public static final String PARAMETER = "partnerId";

    private final ActorSource actors;
    private final Function<String, RuntimeException> unknown;

    /** @param unknown makes the answer 404 about a partner */
    public TenantResolver(ActorSource actors, Function<String, RuntimeException> unknown) {
        this.actors = actors;
        this.unknown = unknown;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tenant.class;
    }

    @Override
    public Tenant resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Set<String> named = named(request);
        Optional<String> own = actors.actorOf(request).partnerId();
        if (own.isEmpty()) {
            return named.stream().findFirst().map(id -> new Tenant(id, false)).orElse(Tenant.EVERY);
        }
        for (String partnerId : named) {
            if (!partnerId.equals(own.get())) {
                throw unknown.apply(partnerId);
            }
        }
        return new Tenant(own.get(), true, OwnOnly.author(request).orElse(null));
    }

    private static Set<String> named(NativeWebRequest request) {
        Set<String> named = new LinkedHashSet<>();
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> path && path.get(PARAMETER) instanceof String inPath) {
            named.add(PlainText.of(inPath));
        }
        String[] parameters = request.getParameterValues(PARAMETER);
        if (parameters != null) {
            Arrays.stream(parameters).map(PlainText::of).forEach(named::add);
        }
        return named;
    }
}
