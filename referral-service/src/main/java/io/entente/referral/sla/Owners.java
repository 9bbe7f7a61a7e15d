package io.entente.referral.sla;

import io.entente.platform.domain.Actor;

/**
 * Finds the owner that a policy's role means on one referral. Owners are roles, not people; the identity provider knows who
 * has a role.
 */
public record Owners(String partnerId) {

    /** Either {@code role:ops} or {@code partner:<id>}. */
    String of(String role) {
        return role.equals(SlaPolicy.PARTNER) ? Actor.partner(partnerId).value() : "role:" + role;
    }
}
