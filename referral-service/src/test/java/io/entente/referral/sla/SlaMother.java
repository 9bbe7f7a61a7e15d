package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.SlaPolicy.Escalation;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.Hours;
import io.entente.referral.sla.calendar.Holidays;
import io.entente.referral.sla.jollyday.JollydayHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies, calendars and promises for tests. */
public final class SlaMother {

    public static final Holidays JOLLYDAY = new JollydayHolidays();
    public static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private SlaMother() {}

    public static BusinessCalendar officeHours(String zone, @Nullable String country, @Nullable String region) {
        Hours office =
                new Hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new BusinessCalendar("office", 1, ZoneId.of(zone), List.of(office), country, region, Set.of());
    }

    public static BusinessCalendar berlin() {
        return officeHours("Europe/Berlin", "DE", "be");
    }

    /** Reminders at 50 % and 80 %, escalations 4 and 24 hours after the breach. */
    public static SlaPolicy policy(SlaKind kind, Duration within, @Nullable String calendar) {
        return policy(kind.name().toLowerCase(java.util.Locale.ROOT), kind, Set.of(), within, calendar);
    }

    public static SlaPolicy policy(
            String code, SlaKind kind, Set<Tier> tiers, Duration within, @Nullable String calendar) {
        return new SlaPolicy(
                code,
                1,
                LONG_AGO,
                kind,
                Direction.INBOUND,
                tiers,
                within,
                calendar,
                List.of(50, 80),
                "account-manager",
                List.of(
                        new Escalation(Duration.ofHours(4), "partner-manager"),
                        new Escalation(Duration.ofHours(24), "ops")));
    }

    /** The same policy for referrals to the partner, who then owns the promise. */
    public static SlaPolicy outbound(SlaPolicy inbound) {
        return ofPartner(inbound, Direction.OUTBOUND);
    }

    /** The same policy for a promise that the partner owns. */
    public static SlaPolicy ofPartner(SlaPolicy inbound, Direction direction) {
        return new SlaPolicy(
                inbound.code(),
                inbound.version(),
                inbound.effectiveFrom(),
                inbound.kind(),
                direction,
                inbound.tiers(),
                inbound.within(),
                inbound.calendar(),
                inbound.reminders(),
                SlaPolicy.PARTNER,
                inbound.escalations());
    }

    public static SlaPolicyBook book(SlaPolicy... policies) {
        return new SlaPolicyBook(1, List.of(policies), List.of(berlin()));
    }

    public static Promises promises(SlaPolicyBook book) {
        return new Promises(book, JOLLYDAY, Tier.ACTIVE, "par_1");
    }

    public static Promises promises(SlaPolicy... policies) {
        return promises(book(policies));
    }
}
