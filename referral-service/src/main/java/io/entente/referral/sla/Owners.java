package io.entente.referral.sla;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner that a policy's role means on one referral, and the person who has this role for its partner. Owners are roles,
 * because a role is still there when a person leaves.
 *
 * @param team the people of the firm who look after the partner, such as {@code user:u-17}, by their role
 */
public record Owners(String partnerId, Map<String, String> team) {

    private static final String ROLE = "role:";
    private static final String USER = "user:";
    private static final Set<String> PREFIXES = Set.of(ROLE, USER, "partner:");

    public Owners {
        team = Map.copyOf(team);
    }

    /** The owner that a text names in a search: a role may be written with or without its prefix. */
    public static String named(String text) {
        return text.indexOf(':') < 0 ? ROLE + text : text;
    }

    /** What is wrong with the owner in a search; empty if it is missing or names one. A prefix alone doesn't. */
    public static List<FieldError> faults(@Nullable String text) {
        int prefix = text == null ? 0 : text.indexOf(':') + 1;
        boolean isNamed = text == null
                || prefix == 0
                || (PREFIXES.contains(text.substring(0, prefix))
                        && !text.substring(prefix).isBlank());
        return isNamed
                ? List.of()
                : List.of(new FieldError(
                        "owner",
                        "must be a role such as ops, a partner such as partner:par_1, or a person such as user:u-17"));
    }

    /** Whether the text of a search names a person. */
    public static boolean isPerson(String owner) {
        return owner.startsWith(USER);
    }

    /** Either {@code role:ops} or {@code partner:<id>}. */
    String of(String role) {
        return role.equals(SlaPolicy.PARTNER) ? Actor.partner(partnerId).value() : ROLE + role;
    }

    /** The person who is the owner for this partner; null if the team names nobody, so that the whole role is meant. */
    @Nullable
    String person(String owner) {
        return owner.startsWith(ROLE) ? team.get(owner.substring(ROLE.length())) : null;
    }
}
