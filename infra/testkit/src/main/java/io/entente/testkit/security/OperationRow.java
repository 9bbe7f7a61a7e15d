package io.entente.testkit.security;

import java.util.List;
import java.util.Map;

/**
 * One row of the table of who may call which operation.
 *
 * @param method in capitals
 * @param path as in the OpenAPI document
 * @param open whether nobody needs to sign in
 * @param roles {@code all}, {@code own}, {@code same} or {@code -} for each role, by its name
 * @param scopes the scopes of machine clients that may call it
 */
record OperationRow(String method, String path, boolean open, Map<String, String> roles, List<String> scopes) {

    private static final String PARTNER = "PARTNER";

    String name() {
        return method + " " + path;
    }

    boolean admits(String role) {
        return !roles.getOrDefault(role, "-").equals("-");
    }

    /** Whether a partner gets only what is its own. */
    boolean isOwn() {
        return roles.getOrDefault(PARTNER, "-").equals("own");
    }

    /** The path with each variable replaced by a text. */
    String pathWith(String partnerId, String otherwise) {
        return path.replace("{partnerId}", partnerId).replaceAll("\\{[^}]*}", otherwise);
    }

    /** Whether the path names a resource, and not only a partner. */
    boolean namesResource() {
        return path.replace("{partnerId}", "").contains("{");
    }
}
