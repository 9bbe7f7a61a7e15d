package io.entente.referral.sla;

import io.entente.platform.domain.Actor;

/**
 * Finds the owner that a policy's role means on one referral. Owners are roles, not people; the identity provider knows who
 * has a role.
 */
public record Owners(String partnerId) {

    private static final String ROLE = "role:";

    /** The owner that a text names in a search: a role may be written with or without its prefix. */
    public static String named(String text) {
        return text.indexOf(':') < 0 ? ROLE + text : text;
    }

    /** Either {@code role:ops} or {@code partner:<id>}. */
    String of(String role) {
        return role.equals(SlaPolicy.PARTNER) ? Actor.partner(partnerId).value() : ROLE + role;
    }
}
