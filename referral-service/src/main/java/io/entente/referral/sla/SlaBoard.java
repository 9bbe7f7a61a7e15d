package io.entente.referral.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All clocks of all referrals, for whoever looks after them. */
public interface SlaBoard {

    /**
     * A clock with the referral that it is on.
     *
     * @param client the organisation's name
     */
    record Entry(String referralId, String partnerId, String client, String service, SlaClock clock) {

        /** Where it stands in the board's order: by due time, then by what it is. */
        public Position position() {
            return new Position(clock.dueAt(), referralId, clock.kind(), clock.startedAt());
        }
    }

    /** A place in the board's order; no two clocks have the same. */
    record Position(Instant dueAt, String referralId, SlaKind kind, Instant startedAt) {}

    /**
     * Which clocks.
     *
     * @param state null for those that are open, in whatever state
     * @param dueBefore that time itself not included
     */
    record Filter(
            @Nullable SlaState state, @Nullable SlaKind kind, @Nullable Instant dueBefore, @Nullable String owner) {}

    /** Clocks after a position, soonest due first. */
    List<Entry> find(Filter filter, @Nullable Position after, int limit);

    /** How many clocks are open, by kind and state. */
    Map<SlaKind, Map<SlaState, Long>> openCounts();

    /**
     * How many open clocks are due in a time, those that no time passes on left out.
     *
     * @param to itself not included
     */
    long countDue(Instant from, Instant to);

    /** What an account of a period is made of. */
    SlaAccount account(Instant from, Instant to);
}
