package io.entente.platform.security.web;

import io.entente.platform.domain.Actor;
import io.entente.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller who has signed in. */
final class CallerToken extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient @Nullable Jwt token;

    /** @param token null if the caller signed in with something else */
    CallerToken(Caller caller, @Nullable Jwt token) {
        super(authorities(caller));
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    /** Who sends the current request; empty if nobody has signed in. */
    static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The actor of the current request; the program itself if nobody has signed in. */
    static Actor currentActor() {
        return current().map(Caller::actor).orElse(Actor.SYSTEM);
    }

    /** @throws IllegalStateException if nobody has signed in; the parameter's handler then can't have it */
    static Caller required(MethodParameter parameter) {
        return current()
                .orElseThrow(() -> new IllegalStateException(
                        "A handler that works without sign-in has no caller: " + parameter.getExecutable()));
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof CallerToken signedIn ? Optional.of(signedIn.caller) : Optional.empty();
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return caller.actor().value();
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        return Stream.concat(
                        caller.roles().stream().map(role -> "ROLE_" + role),
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope.wireName()))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
