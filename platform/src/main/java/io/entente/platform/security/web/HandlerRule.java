package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Caller;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may call a handler.
 *
 * @param anyone whether nobody needs to sign in; then roles and scopes are empty
 */
record HandlerRule(boolean anyone, Set<Role> roles, Set<Scope> scopes) {

    /** Handlers of libraries that describe the API. The description has no data. */
    private static final String API_DESCRIPTION = "org.springdoc.";

    private static final HandlerRule ANYONE = new HandlerRule(true, Set.of(), Set.of());
    /** The error page is for the container. A request that asks for it is refused. */
    private static final HandlerRule NOBODY = new HandlerRule(false, Set.of(), Set.of());

    /** The rule of a handler; empty if nobody has written one. */
    static Optional<HandlerRule> of(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (type.getName().startsWith(API_DESCRIPTION)) {
            return Optional.of(ANYONE);
        }
        if (ErrorController.class.isAssignableFrom(type)) {
            return Optional.of(NOBODY);
        }
        if (handler.hasMethodAnnotation(AllowedToAnyone.class)) {
            return Optional.of(ANYONE);
        }
        return annotation(handler)
                .map(allowed -> new HandlerRule(
                        false,
                        Set.copyOf(Arrays.asList(allowed.roles())),
                        Set.copyOf(Arrays.asList(allowed.scopes()))));
    }

    /** Why a service with this handler must not start; empty if it may. */
    static Optional<String> fault(HandlerMethod handler) {
        Optional<HandlerRule> rule = of(handler);
        if (rule.isEmpty()) {
            return Optional.of("has neither @AllowedTo nor @AllowedToAnyone");
        }
        Optional<AllowedTo> allowed = annotation(handler);
        if (handler.hasMethodAnnotation(AllowedToAnyone.class)) {
            return openFault(handler);
        }
        if (allowed.isPresent()
                && rule.get().roles().isEmpty()
                && rule.get().scopes().isEmpty()) {
            return Optional.of("is allowed to nobody");
        }
        boolean limited = allowed.map(AllowedTo::sameForEveryTenant).orElse(true)
                || takes(handler, Tenant.class)
                || (isCommand(handler) && takes(handler, Actor.class));
        return rule.get().roles().contains(Role.PARTNER) && !limited
                ? Optional.of("admits PARTNER and takes no Tenant")
                : Optional.empty();
    }

    /** A command may hand the actor to the domain instead, which refuses another partner in the same write. */
    private static boolean isCommand(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null
                && mapping.method().length > 0
                && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }

    private static Optional<String> openFault(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(AllowedTo.class)) {
            return Optional.of("has both @AllowedTo and @AllowedToAnyone");
        }
        return takes(handler, Tenant.class) || takes(handler, Caller.class)
                ? Optional.of("works without sign-in, so it can't take a Tenant or a Caller")
                : Optional.empty();
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    boolean admits(Caller caller) {
        return anyone || caller.hasOneOf(roles, scopes);
    }

    /** The roles and scopes for people, such as {@code FINANCE or commission.read}. */
    String describe() {
        return Stream.concat(
                        roles.stream().map(Role::name).sorted(),
                        scopes.stream().map(Scope::wireName).sorted())
                .collect(Collectors.joining(" or "));
    }

    private static Optional<AllowedTo> annotation(HandlerMethod handler) {
        AllowedTo own = handler.getMethodAnnotation(AllowedTo.class);
        return Optional.ofNullable(
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedTo.class));
    }
}
