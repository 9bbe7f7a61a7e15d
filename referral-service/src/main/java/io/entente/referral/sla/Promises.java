package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessTime;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.calendar.WorkTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The promises that the program currently makes to one partner. Starts the clocks. */
public final class Promises {

    /** No promises, as for imported history. */
    public static final Promises NONE =
            new Promises(new SlaPolicyBook(0, List.of(), List.of()), Holidays.NONE, Tier.REFERRAL_NETWORK, "");

    private final SlaPolicyBook book;
    private final Holidays holidays;
    private final Tier tier;
    private final Owners owners;

    /** Promises to a partner for which nobody of the firm is named. */
    public Promises(SlaPolicyBook book, Holidays holidays, Tier tier, String partnerId) {
        this(book, holidays, tier, new Owners(partnerId, Map.of()));
    }

    public Promises(SlaPolicyBook book, Holidays holidays, Tier tier, Owners owners) {
        this.book = book;
        this.holidays = holidays;
        this.tier = tier;
        this.owners = owners;
    }

    Owners owners() {
        return owners;
    }

    /** Starts a new clock; empty if the program makes no promise of this kind. */
    public Optional<SlaClock> start(SlaKind kind, Direction direction, Instant at) {
        return start(kind, direction, at, null);
    }

    /** Starts a new clock with a due date that somebody has named, or with that of the policy if it is null. */
    Optional<SlaClock> start(SlaKind kind, Direction direction, Instant at, @Nullable Instant agreed) {
        return book.policyFor(kind, direction, tier, at).map(policy -> {
            Optional<BusinessCalendar> calendar =
                    Optional.ofNullable(policy.calendar()).map(book::calendar);
            return SlaClock.started(
                    policy,
                    calendar.map(PolicyRef::of).orElse(null),
                    calendar.map(this::time).orElse(WorkTime.WALL),
                    owners,
                    at,
                    agreed);
        });
    }

    /** The kind of time in which a clock was started, even if the calendar has changed since. */
    WorkTime timeOf(SlaClock clock) {
        PolicyRef calendar = clock.calendar();
        return calendar == null ? WorkTime.WALL : time(book.calendar(calendar));
    }

    /** Resumes a paused clock. It follows the newest version of its calendar that running clocks follow. */
    SlaClock resumed(SlaClock clock, Instant now) {
        PolicyRef started = clock.calendar();
        WorkTime before = timeOf(clock);
        Optional<BusinessCalendar> later = started == null
                ? Optional.empty()
                : book.followedAfter(started).stream().reduce((earlier, newer) -> newer);
        return clock.resumed(
                now,
                before,
                later.map(PolicyRef::of).orElse(null),
                later.map(this::time).orElse(before));
    }

    /** The later versions of a clock's calendar that it follows, in their order; none while it is paused. */
    List<BusinessCalendar> followedBy(SlaClock clock) {
        PolicyRef started = clock.calendar();
        return started == null || clock.isPaused() ? List.of() : book.followedAfter(started);
    }

    /** Lets a clock follow a later version of its calendar. */
    SlaClock following(SlaClock clock, BusinessCalendar later, Instant since) {
        return clock.following(PolicyRef.of(later), since, timeOf(clock), time(later));
    }

    private WorkTime time(BusinessCalendar calendar) {
        return new BusinessTime(calendar, holidays);
    }
}
