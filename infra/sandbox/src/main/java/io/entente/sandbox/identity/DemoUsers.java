package io.entente.sandbox.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The users that the sandbox knows: nine for each role of the firm, because some decisions need two persons, and nine for each partner
 * of the demo.
 *
 * @param partnerIds the partners of the demo, in the order in which they were registered
 */
record DemoUsers(List<String> partnerIds) {

    static final String PARTNER = "PARTNER";
    static final int PERSONS = 9;
    private static final List<String> FIRM = List.of("PARTNER_MANAGER", "FINANCE", "OPS", "ADMIN");

    DemoUsers {
        partnerIds = List.copyOf(partnerIds);
    }

    /** The claims of a user's token: {@code sub}, {@code roles}, and {@code partner_id} of a partner's user. */
    Optional<Map<String, Object>> claims(String userName) {
        for (String role : FIRM) {
            if (userName.matches(nameOf(role) + "(-[2-" + PERSONS + "])?")) {
                return Optional.of(Map.of("sub", userName, "roles", List.of(role)));
            }
        }
        for (int i = 0; i < partnerIds.size(); i++) {
            for (int person = 1; person <= PERSONS; person++) {
                Map<String, Object> claims = claimsOfPartner(partnerIds.get(i), person);
                if (userName.equals(claims.get("sub"))) {
                    return Optional.of(claims);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The claims of a user with a role.
     *
     * @param role in the form of a path: {@code partner-manager}
     * @param person counted from 1
     */
    Optional<Map<String, Object>> claimsOfRole(String role, int person) {
        String name = role.toUpperCase(Locale.ROOT).replace('-', '_');
        return FIRM.contains(name) && person > 0
                ? claims(person == 1 ? nameOf(name) : nameOf(name) + "-" + person)
                : Optional.empty();
    }

    /**
     * The claims of a user of any partner, also of one that isn't in the demo. A partner has several, so that its members can be tried.
     *
     * @param person counted from 1
     */
    Map<String, Object> claimsOfPartner(String partnerId, int person) {
        int number = partnerIds.indexOf(partnerId) + 1;
        String first = number == 0 ? "user-of-" + partnerId : "partner-" + number;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", person == 1 ? first : first + "-" + person);
        claims.put("roles", List.of(PARTNER));
        claims.put("partner_id", partnerId);
        return claims;
    }

    private static String nameOf(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
