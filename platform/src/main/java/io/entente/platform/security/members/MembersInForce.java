package io.entente.platform.security.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The members of all tenants in memory (about 300 bytes for each member). An instance applies what it learns at once, and every {@link
 * #REREAD_AFTER} what another instance has stored, so that a member who was removed is refused everywhere within seconds.
 */
public final class MembersInForce {

    /** How long it takes at most until this instance applies what another one has stored. */
    public static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    /** Clocks of instances may differ by less than this, and a write may take less than this. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    private final StoredMembers stored;
    private final Map<String, TenantMembers> known = new ConcurrentHashMap<>();
    private volatile Instant readUpTo = Instant.EPOCH;

    public MembersInForce(StoredMembers stored) {
        this.stored = stored;
    }

    /** The members of a tenant; empty if it has never had any. */
    public Optional<TenantMembers> of(String tenant) {
        return Optional.ofNullable(known.get(tenant));
    }

    /** Applies members, unless newer ones are known. */
    public void learn(TenantMembers members) {
        known.merge(members.tenant(), members, (before, now) -> now.version() > before.version() ? now : before);
    }

    /** Reads what was stored since the last time. The first time, it reads everything. */
    public void reread() {
        Instant from = readUpTo.equals(Instant.EPOCH) ? readUpTo : readUpTo.minus(OVERLAP);
        // If the read fails, the next one begins at the same time.
        Instant[] latest = {readUpTo};
        stored.read(from, each -> {
            learn(each.members());
            latest[0] = each.changedAt().isAfter(latest[0]) ? each.changedAt() : latest[0];
        });
        readUpTo = latest[0];
    }
}
