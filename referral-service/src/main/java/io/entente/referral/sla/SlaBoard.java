package io.entente.referral.sla;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All clocks of all referrals, for ops. */
public interface SlaBoard {

    /**
     * A clock together with its referral.
     *
     * @param client the name of the client's organisation
     */
    record Entry(String referralId, String partnerId, String client, String service, SlaClock clock) {

        /** The clock's position in the order that the board had at an instant of the last day. */
        public Position position(Instant asOf) {
            return new Position(clock.dueAt(asOf), referralId, clock.kind(), clock.startedAt());
        }
    }

    /** A position in the order of the board. No two clocks have the same position. */
    record Position(Instant dueAt, String referralId, SlaKind kind, Instant startedAt) {}

    /**
     * Selects clocks.
     *
     * @param text words of the client's name, the texts or the service of the clock's referral
     * @param state null for all open clocks
     * @param dueBefore exclusive
     * @param partnerId of the clock's referral
     * @param author only clocks of referrals that this actor has submitted
     * @param sort by {@link Filter#DUE} or {@link Filter#STARTED}; clocks in a state of {@link #isHistory} only by the due date
     */
    record Filter(
            @Nullable SearchText text,
            @Nullable SlaState state,
            @Nullable SlaKind kind,
            @Nullable Instant dueBefore,
            @Nullable String owner,
            @Nullable String partnerId,
            @Nullable String author,
            SortOrder sort) {

        /** By the due date. */
        public static final String DUE = "due";

        /** By the start of the clock. */
        public static final String STARTED = "started";

        /** Whether it selects clocks that ended, whose number grows for ever. The due date of such a clock doesn't change any more. */
        public boolean isHistory() {
            return state == SlaState.MET || state == SlaState.CANCELLED || state == SlaState.BREACHED;
        }
    }

    /**
     * The clocks after a position in the order of the filter.
     *
     * @param asOf when the first page was read. A clock whose due date has changed since keeps the place that it had then
     */
    List<Entry> find(Filter filter, Instant asOf, @Nullable Position after, int limit);

    /** Reads all clocks that a filter selects, in its order, one after the other. */
    void read(Filter filter, Consumer<Entry> action);

    /** The number of open clocks by kind and state. */
    Map<SlaKind, Map<SlaState, Long>> openCounts();

    /**
     * The number of open clocks due in a period, without paused ones.
     *
     * @param to exclusive
     */
    long countDue(Instant from, Instant to);

    /** The clocks from which the account of a period is computed. */
    SlaAccount account(Instant from, Instant to);

    /**
     * The clocks of one referral that a new version of a calendar has moved.
     *
     * @param client the name of the client's organisation
     */
    record MovedReferral(String referralId, String partnerId, String client, String service, List<MovedClock> clocks) {}

    /** One of them, with the change of its due date. */
    record MovedClock(SlaKind kind, Instant startedAt, ClockMove move) {}

    /**
     * The referrals whose due dates a version of a calendar has moved, in the order of their ids.
     *
     * @param after only referrals with a greater id; null for the first ones
     */
    List<MovedReferral> movedBy(PolicyRef calendar, @Nullable String after, int limit);
}
