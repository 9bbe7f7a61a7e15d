package io.entente.platform.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reads the rules of all handlers when a service starts, and keeps it from starting if a handler has none. Matches requests to
 * handlers that work without sign-in.
 */
final class HandlerRules implements SmartInitializingSingleton, RequestMatcher {

    private final ListableBeanFactory beans;
    private volatile List<RequestMatcher> open = List.of();

    HandlerRules(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** @throws IllegalStateException if a handler has no rule; it names all such handlers */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = new ArrayList<>();
        List<RequestMatcher> matchers = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping :
                beans.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                HandlerRule.fault(handler)
                        .ifPresent(
                                fault -> faults.add("%s (%s) %s".formatted(handler.getShortLogMessage(), info, fault)));
                if (HandlerRule.of(handler).filter(HandlerRule::anyone).isPresent()) {
                    matchers.addAll(matchers(info));
                }
            });
        }
        for (Map.Entry<String, ?> router :
                beans.getBeansOfType(RouterFunction.class).entrySet()) {
            faults.add("%s is a RouterFunction, which can't carry @AllowedTo".formatted(router.getKey()));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Nobody has said who may call these handlers:\n  "
                    + String.join("\n  ", faults.stream().sorted().toList()));
        }
        open = List.copyOf(matchers);
    }

    /** Whether a request may come without sign-in. The interceptor asks again for the handler that really gets it. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return open.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static List<RequestMatcher> matchers(RequestMappingInfo info) {
        List<RequestMatcher> matchers = new ArrayList<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            if (methods.isEmpty()) {
                matchers.add(matcher(null, pattern));
            }
            for (RequestMethod method : methods) {
                matchers.add(matcher(method.asHttpMethod(), pattern));
                if (method == RequestMethod.GET) {
                    matchers.add(matcher(HttpMethod.HEAD, pattern));
                }
            }
        }
        return matchers;
    }

    private static RequestMatcher matcher(@Nullable HttpMethod method, String pattern) {
        PathPatternRequestMatcher.Builder all = PathPatternRequestMatcher.withDefaults();
        return method == null ? all.matcher(pattern) : all.matcher(method, pattern);
    }
}
