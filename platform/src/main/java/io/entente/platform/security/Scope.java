package io.entente.platform.security;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a machine client may do. A person has roles instead. */
public enum Scope {
    REFERRALS_WRITE("referrals.write", Role.OPS),
    COMMISSION_READ("commission.read", null),
    COMMISSION_WRITE("commission.write", Role.FINANCE),
    PARTNERS_READ("partners.read", null),
    NOTIFICATIONS_READ("notifications.read", null),
    CRM_WRITE("crm.write", Role.OPS),
    /** Reads metrics, for a scraper. */
    METRICS_READ("metrics.read", null);

    private final String wireName;
    private final @Nullable Role owner;

    Scope(String wireName, @Nullable Role owner) {
        this.wireName = wireName;
        this.owner = owner;
    }

    /** The role of the persons who may do what this scope allows; empty for a scope that only reads, which ADMIN grants alone. */
    public Optional<Role> owner() {
        return Optional.ofNullable(owner);
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
