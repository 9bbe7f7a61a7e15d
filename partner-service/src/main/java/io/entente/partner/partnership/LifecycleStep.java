package io.entente.partner.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a partner through its lifecycle, as it is on record.
 *
 * @param actor who gave the command
 * @param text the reason, the question, the answer or the evidence that came with the command; null if there was none
 * @param until the day that was set with it; null if there is none
 */
public record LifecycleStep(
        PartnerAction action,
        PartnerStatus from,
        PartnerStatus to,
        Instant at,
        String actor,
        @Nullable String text,
        @Nullable LocalDate until) {

    /** A partner has at most this many steps on record. */
    public static final int MAX_PER_PARTNER = 300;

    LifecycleStep redacted(UnaryOperator<String> withoutPerson) {
        return text == null ? this : new LifecycleStep(action, from, to, at, actor, withoutPerson.apply(text), until);
    }

    /** The same step without its text, because a text may name a person. */
    LifecycleStep erased() {
        return new LifecycleStep(action, from, to, at, actor, null, until);
    }
}
