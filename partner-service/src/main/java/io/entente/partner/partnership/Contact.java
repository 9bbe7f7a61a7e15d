package io.entente.partner.partnership;

/**
 * A person at the partner's. The first of a partner's contacts is the one whom messages go to.
 *
 * @param role what the person does there, in the partner's own words
 */
public record Contact(String name, String email, String role) {}
