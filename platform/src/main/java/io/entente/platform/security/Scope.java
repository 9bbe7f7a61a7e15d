package io.entente.platform.security;

import java.util.Arrays;
import java.util.Optional;

/** What a machine client may do. A person has roles instead. */
public enum Scope {
    REFERRALS_WRITE("referrals.write"),
    COMMISSION_READ("commission.read"),
    COMMISSION_WRITE("commission.write"),
    PARTNERS_READ("partners.read"),
    NOTIFICATIONS_READ("notifications.read"),
    CRM_WRITE("crm.write"),
    /** Reads metrics, for a scraper. */
    METRICS_READ("metrics.read");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    /** The scope's name in a token. */
    public String wireName() {
        return wireName;
    }

    /** The scope with this name in a token; empty for a scope of somebody else, such as {@code openid}. */
    public static Optional<Scope> of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst();
    }
}
