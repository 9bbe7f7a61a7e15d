package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessTime;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.calendar.WorkTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The promises that the program currently makes to one partner. Starts the clocks. */
public final class Promises {

    /** No promises, as for imported history. */
    public static final Promises NONE =
            new Promises(new SlaPolicyBook(0, List.of(), List.of()), Holidays.NONE, Tier.REFERRAL_NETWORK, "");

    private final SlaPolicyBook book;
    private final Holidays holidays;
    private final Tier tier;
    private final Owners owners;

    public Promises(SlaPolicyBook book, Holidays holidays, Tier tier, String partnerId) {
        this.book = book;
        this.holidays = holidays;
        this.tier = tier;
        this.owners = new Owners(partnerId);
    }

    /** Starts a new clock; empty if the program makes no promise of this kind. */
    public Optional<SlaClock> start(SlaKind kind, Direction direction, Instant at) {
        return book.policyFor(kind, direction, tier, at).map(policy -> {
            Optional<BusinessCalendar> calendar =
                    Optional.ofNullable(policy.calendar()).map(book::calendar);
            return SlaClock.started(
                    policy,
                    calendar.map(PolicyRef::of).orElse(null),
                    calendar.map(this::time).orElse(WorkTime.WALL),
                    owners,
                    at);
        });
    }

    /** The kind of time in which a clock was started, even if the calendar has changed since. */
    WorkTime timeOf(SlaClock clock) {
        PolicyRef calendar = clock.calendar();
        return calendar == null ? WorkTime.WALL : time(book.calendar(calendar));
    }

    private WorkTime time(BusinessCalendar calendar) {
        return new BusinessTime(calendar, holidays);
    }
}
