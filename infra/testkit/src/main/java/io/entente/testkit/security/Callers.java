package io.entente.testkit.security;

import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import java.util.Arrays;

/** The header {@code Authorization} of each kind of caller, with a token of {@link TestTokens}. A request without one has none. */
public final class Callers {

    private Callers() {}

    /** {@code user:test}, with every role of the firm. Requests of {@code RunningService} that name no caller are its. */
    public static String asFirm() {
        return with(TestTokens.shared().of(null));
    }

    /** {@code user:<subject>}, with every role of the firm. */
    public static String asPerson(String subject) {
        return with(TestTokens.shared().of("user:" + subject));
    }

    public static String asPartnerManager(String subject) {
        return person(subject, Role.PARTNER_MANAGER);
    }

    public static String asFinance(String subject) {
        return person(subject, Role.FINANCE);
    }

    public static String asOps(String subject) {
        return person(subject, Role.OPS);
    }

    public static String asAdmin(String subject) {
        return person(subject, Role.ADMIN);
    }

    /** A user of a partner, {@code partner:<partnerId>/usr-of-<partnerId>}. */
    public static String asPartner(String partnerId) {
        return with(TestTokens.shared().partner(partnerId));
    }

    /** A machine client, {@code client:<id>}. */
    public static String asClient(String id, Scope... scopes) {
        return with(TestTokens.shared()
                .client(id, Arrays.stream(scopes).map(Scope::wireName).toArray(String[]::new)));
    }

    /** The header with any token. */
    public static String with(String token) {
        return "Authorization: Bearer " + token;
    }

    private static String person(String subject, Role role) {
        return with(TestTokens.shared().person(subject, role.name()));
    }
}
