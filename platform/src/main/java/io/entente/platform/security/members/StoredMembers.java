package io.entente.platform.security.members;

import java.time.Instant;
import java.util.function.Consumer;

/** The members of all tenants that have any, as the service has stored them. */
public interface StoredMembers {

    /**
     * Members with the time of their last change.
     *
     * @param changedAt by the clock of the instance that stored it
     */
    record Stored(TenantMembers members, Instant changedAt) {}

    /** Reads those that were stored at this instant or later, one after the other, in any order. */
    void read(Instant from, Consumer<Stored> action);
}
