package io.entente.referral.referral.mongo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent.ClockTold;
import io.entente.referral.referral.view.AboutReferral;
import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaEvent;
import io.entente.referral.sla.SlaKind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the data of the events of clocks, as {@code contracts/schemas/referral.sla-*.v1.json} specify it. */
final class SlaJson {

    private SlaJson() {}

    static Object of(Referral referral, ClockTold told) {
        AboutReferral about = AboutReferral.of(referral, told.occurrence());
        SlaEvent event = told.event();
        ClockJson clock = ClockJson.of(event.clock());
        if (event instanceof SlaEvent.ReminderDue reminder) {
            return new Reminder(about, clock, reminder.elapsedPercent());
        }
        if (event instanceof SlaEvent.Escalated escalated) {
            return new Escalation(about, clock, escalated.level(), escalated.to());
        }
        if (event instanceof SlaEvent.HandedOver handed) {
            return new HandOver(
                    about, clock, Objects.requireNonNull(handed.clock().person()), handed.from());
        }
        if (event instanceof SlaEvent.Moved moved) {
            return new Move(about, clock, moved.previousDueAt(), moved.clock().calendar());
        }
        return event instanceof SlaEvent.Met met ? new Kept(about, clock, met.at()) : new Late(about, clock);
    }

    /** The data that every event of a clock carries. */
    record ClockJson(SlaKind clock, Instant startedAt, Instant dueAt, String owner, PolicyRef policy) {

        static ClockJson of(SlaClock clock) {
            return new ClockJson(clock.kind(), clock.startedAt(), clock.dueAt(), clock.owner(), clock.policy());
        }
    }

    record Reminder(@JsonUnwrapped AboutReferral about, @JsonUnwrapped ClockJson clock, int elapsedPercent) {}

    record Late(@JsonUnwrapped AboutReferral about, @JsonUnwrapped ClockJson clock) {}

    record Kept(@JsonUnwrapped AboutReferral about, @JsonUnwrapped ClockJson clock, Instant metAt) {}

    record Move(
            @JsonUnwrapped AboutReferral about,
            @JsonUnwrapped ClockJson clock,
            Instant previousDueAt,
            @Nullable PolicyRef calendar) {}

    record HandOver(
            @JsonUnwrapped AboutReferral about, @JsonUnwrapped ClockJson clock, String person, String previousPerson) {}

    record Escalation(
            @JsonUnwrapped AboutReferral about, @JsonUnwrapped ClockJson clock, int level, String escalatedTo) {}
}
