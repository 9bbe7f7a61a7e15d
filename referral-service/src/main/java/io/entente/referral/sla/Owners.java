package io.entente.referral.sla;

/** Who stands for a policy's role on one referral. Roles, not people: who has a role is known to the identity provider. */
public record Owners(String partnerId) {

    /** {@code role:ops}, or {@code partner:<id>}. */
    String of(String role) {
        return role.equals(SlaPolicy.PARTNER) ? "partner:" + partnerId : "role:" + role;
    }
}
