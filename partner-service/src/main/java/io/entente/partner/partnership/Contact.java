package io.entente.partner.partnership;

/**
 * A person at the partner. The first contact of a partner receives its messages.
 *
 * @param role the person's role at the partner, in the partner's own words
 */
public record Contact(String name, String email, String role) {}
