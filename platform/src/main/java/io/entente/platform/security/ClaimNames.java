package io.entente.platform.security;

/**
 * Which claims of a token say what. Claims can lie inside others: {@code realm_access.roles}.
 *
 * @param roles the roles of a person, an array or a string with blanks between
 * @param partner the id of the partner that a person acts for
 * @param client a claim that only tokens of machine clients have, with the client's id; blank if a machine client's token is known
 *     by its subject, which equals {@code client_id} or {@code azp} (RFC 9068)
 */
public record ClaimNames(String roles, String partner, String client) {

    /** The names that the sandbox uses. */
    public static final ClaimNames DEFAULT = new ClaimNames("roles", "partner_id", "");
}
