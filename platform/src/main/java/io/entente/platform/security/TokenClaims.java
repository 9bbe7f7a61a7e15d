package io.entente.platform.security;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of a verified token. A token is that of a machine client, of a partner's user, or of a person of the firm;
 * one that could be two of these is refused.
 */
public final class TokenClaims {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,120}");
    private static final Pattern PARTNER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ClaimNames names;

    public TokenClaims(ClaimNames names) {
        this.names = names;
    }

    /**
     * Says who the caller is.
     *
     * @param claims strings, collections and maps, as a JSON reader makes them
     * @throws ContradictoryClaimsException if the claims don't say it
     */
    public Caller caller(Map<String, Object> claims) {
        String subject = text(claims, "sub");
        if (subject == null) {
            throw new ContradictoryClaimsException("The token has no subject (sub).");
        }
        Set<Role> roles = roles(claims);
        String partner = text(claims, names.partner());
        String client = client(claims, subject);
        if (client != null) {
            return machine(client, claims, roles, partner);
        }
        if (partner != null || roles.contains(Role.PARTNER)) {
            return partnersUser(partner, subject, roles);
        }
        return new Caller(new Actor("user:" + id(subject)), roles, Set.of());
    }

    private static Caller machine(
            String client, Map<String, Object> claims, Set<Role> roles, @Nullable String partner) {
        if (!roles.isEmpty() || partner != null) {
            throw new ContradictoryClaimsException(
                    "The token is a machine client's, which has scopes; it must have neither roles nor a partner.");
        }
        return new Caller(new Actor("client:" + id(client)), Set.of(), scopes(claims));
    }

    private Caller partnersUser(@Nullable String partner, String subject, Set<Role> roles) {
        if (partner == null || !PARTNER_ID.matcher(partner).matches()) {
            throw new ContradictoryClaimsException(
                    "A token with the role PARTNER must have the partner's id in " + names.partner() + ".");
        }
        if (!roles.equals(Set.of(Role.PARTNER))) {
            throw new ContradictoryClaimsException(
                    "A token with " + names.partner() + " must have the role PARTNER and no other.");
        }
        return new Caller(Actor.partner(partner, id(subject)), roles, Set.of());
    }

    private @Nullable String client(Map<String, Object> claims, String subject) {
        if (!names.client().isBlank()) {
            return text(claims, names.client());
        }
        boolean own = subject.equals(text(claims, "client_id")) || subject.equals(text(claims, "azp"));
        return own ? subject : null;
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : words(claim(claims, names.roles()))) {
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .forEach(roles::add);
        }
        return roles;
    }

    /** Authorization servers write scopes as a string (RFC 8693), as an array, or in {@code scp}. */
    private static Set<Scope> scopes(Map<String, Object> claims) {
        Object scopes = claims.containsKey("scope") ? claims.get("scope") : claims.get("scp");
        return words(scopes).stream().flatMap(name -> Scope.of(name).stream()).collect(Collectors.toSet());
    }

    private static List<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? List.of(text.strip().split("\\s+")) : List.of();
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claim(claims, name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable Object claim(Map<String, Object> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        Object at = claims;
        for (String step : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    /**
     * A subject as part of an actor. One with other characters, such as an e-mail address, is replaced by its hash, because events
     * carry actors and no personal data. Spaces around it are ignored, and so is the case before it is hashed: two spellings of a
     * subject are one person, who must not approve its own work.
     */
    private static String id(String subject) {
        String stripped = subject.strip();
        return ID.matcher(stripped).matches() ? stripped : DerivedId.of("sub", stripped.toLowerCase(Locale.ROOT));
    }
}
