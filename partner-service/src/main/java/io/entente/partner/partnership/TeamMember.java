package io.entente.partner.partnership;

/**
 * A person of the firm who looks after a partner. Promises to the partner are escalated to the person who has the role.
 *
 * @param role such as {@code account-manager}, as in the owners of promises
 * @param person the person's id at the identity provider, such as {@code user:u-17}
 */
public record TeamMember(String role, String person) {}
