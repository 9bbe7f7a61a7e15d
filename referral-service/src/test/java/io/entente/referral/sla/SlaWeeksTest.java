package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A promise of several weeks in working hours, swept by two instances whose clocks differ by ten minutes. */
class SlaWeeksTest {

    private static final Duration APART = Duration.ofMinutes(10);

    /** The clocks of one referral in memory. */
    private static final class OneReferral implements ClockedReferrals {

        private SlaClocks clocks;

        OneReferral(SlaClocks clocks) {
            this.clocks = clocks;
        }

        @Override
        public List<String> due(Instant now, int skip, int limit) {
            Instant next = clocks.nextAt();
            return next == null || next.isAfter(now) ? List.of() : List.of("ref_1");
        }

        @Override
        public List<String> withOpenClock(String openKey, @Nullable String after, int limit) {
            throw new UnsupportedOperationException("a sweep looks for due referrals only");
        }

        @Override
        public List<SlaEvent> advance(String referralId, Instant now) {
            SlaRun run = SlaRun.until(clocks, now);
            clocks = run.clocks();
            return run.takeEvents();
        }
    }

    /**
     * Ten working days in Berlin from Friday 20 March 2026, 15:00. They include weekends, the start of daylight saving time on
     * 29 March, and Easter, whose Friday and Monday are public holidays. The expected time was calculated by hand.
     */
    @Test
    void ten_working_days_include_a_daylight_saving_change_and_easter() {
        Instant start = at("2026-03-20T15:00+01:00");
        SlaRun started = SlaRun.until(SlaClocks.NONE, start);
        started.runs(
                SlaKind.NEXT_UPDATE,
                Direction.INBOUND,
                SlaMother.promises(SlaMother.policy(SlaKind.NEXT_UPDATE, Duration.ofHours(80), "office")));
        OneReferral referral = new OneReferral(started.clocks());
        MovableClock clock = new MovableClock(start);
        MovableClock ahead = new MovableClock(start.plus(APART));
        List<SlaSweep> instances = List.of(new SlaSweep(referral, clock), new SlaSweep(referral, ahead));
        List<Instant> told = new ArrayList<>();
        while (clock.instant().isBefore(start.plus(Duration.ofDays(28)))) {
            clock.move(Duration.ofMinutes(30));
            ahead.move(Duration.ofMinutes(30));
            for (SlaSweep instance : instances) {
                for (SlaEvent event : instance.sweep(100).told()) {
                    told.add(event.at());
                    assertThat(clock.instant().plus(APART))
                            .as("told in time")
                            .isBetween(event.at(), event.at().plus(Duration.ofMinutes(40)));
                }
            }
        }

        assertThat(told)
                .containsExactly(
                        at("2026-03-27T15:00+01:00"),
                        at("2026-04-01T15:00+02:00"),
                        at("2026-04-07T15:00+02:00"),
                        at("2026-04-08T11:00+02:00"),
                        at("2026-04-10T15:00+02:00"));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local).toInstant();
    }
}
