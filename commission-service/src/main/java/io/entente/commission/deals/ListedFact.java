package io.entente.commission.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as lists show it.
 *
 * @param voided the fact that took it back; null if it counts
 * @param unmatched null if the fact applies to a deal
 */
public record ListedFact(DealFact fact, @Nullable DealFact voided, @Nullable Unmatched unmatched) {

    /** A fact that applies to no deal, and since when. */
    public record Unmatched(Reason reason, Instant since) {}

    /** The reason for which a fact applies to no deal. */
    public enum Reason {
        /** No deal with this id has arrived. Ids are compared exactly. */
        UNKNOWN_DEAL,
        /** The deal arrived after the fact and has another currency. */
        OTHER_CURRENCY
    }
}
