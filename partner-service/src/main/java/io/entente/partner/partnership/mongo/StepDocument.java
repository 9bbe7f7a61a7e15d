package io.entente.partner.partnership.mongo;

import io.entente.partner.partnership.LifecycleStep;
import io.entente.partner.partnership.PartnerAction;
import io.entente.partner.partnership.PartnerStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a step.
 *
 * @param until such as {@code 2026-08-31}, because a date has no time zone
 */
record StepDocument(
        PartnerAction action,
        PartnerStatus from,
        PartnerStatus to,
        Instant at,
        String actor,
        @Nullable String text,
        @Nullable String until) {

    static StepDocument of(LifecycleStep step) {
        return new StepDocument(
                step.action(), step.from(), step.to(), step.at(), step.actor(), step.text(), text(step.until()));
    }

    LifecycleStep toStep() {
        return new LifecycleStep(action, from, to, at, actor, text, date(until));
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
