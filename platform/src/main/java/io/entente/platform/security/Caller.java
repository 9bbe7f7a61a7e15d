package io.entente.platform.security;

import io.entente.platform.domain.Actor;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, as the token says.
 *
 * @param actor is recorded with everything that the caller does
 * @param roles of a person; empty for a machine client
 * @param scopes of a machine client; empty for a person
 */
public record Caller(Actor actor, Set<Role> roles, Set<Scope> scopes) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** The partner that the caller acts for; empty if it belongs to the firm. */
    public Optional<String> partnerId() {
        return actor.partnerId();
    }

    /** Whether the caller has one of the roles or one of the scopes. */
    public boolean hasOneOf(Set<Role> wantedRoles, Set<Scope> wantedScopes) {
        return !Collections.disjoint(roles, wantedRoles) || !Collections.disjoint(scopes, wantedScopes);
    }
}
