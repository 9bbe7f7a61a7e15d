package io.entente.platform.security.web;

import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The rules of the operators' endpoints, whether they are on the service's port or on one of their own. */
final class Operators {

    private final List<IpAddressMatcher> networks;
    private final Environment environment;

    /** @param from addresses and networks; empty for everywhere */
    Operators(List<String> from, Environment environment) {
        this.networks = from.stream()
                .map(network -> new IpAddressMatcher(network.strip()))
                .toList();
        this.environment = environment;
    }

    /**
     * Whether a request came in at a port that only operators have ({@code management.server.port}). The port is the socket's, not what
     * the request says of its host.
     */
    boolean ownPort(HttpServletRequest request) {
        Integer operators = environment.getProperty("local.management.port", Integer.class);
        return operators != null
                && operators == request.getLocalPort()
                && !operators.equals(environment.getProperty("local.server.port", Integer.class));
    }

    private boolean isElsewhere(HttpServletRequest request) {
        return !networks.isEmpty() && networks.stream().noneMatch(network -> network.matches(request));
    }

    /** Adds the rules of the endpoints. */
    void rule(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        RequestMatcher endpoints = EndpointRequest.toAnyEndpoint();
        requests.requestMatchers(new AndRequestMatcher(endpoints, this::isElsewhere))
                .denyAll()
                .requestMatchers(EndpointRequest.to("health", "info"))
                .permitAll()
                .requestMatchers(EndpointRequest.to("prometheus", "metrics"))
                .access(hasOneOf(Set.of(Role.OPS, Role.ADMIN), Set.of(Scope.METRICS_READ)))
                .requestMatchers(endpoints)
                .access(hasOneOf(Set.of(Role.OPS, Role.ADMIN), Set.of()));
    }

    private static AuthorizationManager<RequestAuthorizationContext> hasOneOf(Set<Role> roles, Set<Scope> scopes) {
        return (authentication, request) -> new AuthorizationDecision(CallerToken.of(authentication.get())
                .filter(caller -> caller.hasOneOf(roles, scopes))
                .isPresent());
    }
}
