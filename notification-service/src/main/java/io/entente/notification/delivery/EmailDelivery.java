package io.entente.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the e-mail of a notification stands.
 *
 * @param since when it was first due; the schedule's patience counts from here
 * @param nextAttemptAt absent when nothing more is going to happen
 * @param attempts every try so far, oldest first; bounded by the schedule
 */
public record EmailDelivery(State state, Instant since, @Nullable Instant nextAttemptAt, List<Attempt> attempts) {

    /** What a reader of the inbox is told. */
    public enum State {
        PENDING,
        SENT,
        FAILED
    }

    public EmailDelivery {
        attempts = List.copyOf(attempts);
    }

    /** Due at once. */
    public static EmailDelivery dueAt(Instant now) {
        return new EmailDelivery(State.PENDING, now, now, List.of());
    }

    /** After one more try. A rejection is final; a failure is, once the schedule is through. */
    public EmailDelivery after(Attempt attempt, RetrySchedule schedule) {
        List<Attempt> log = new ArrayList<>(attempts);
        log.add(attempt);
        return switch (attempt.outcome()) {
            case SENT -> new EmailDelivery(State.SENT, since, null, log);
            case REJECTED -> new EmailDelivery(State.FAILED, since, null, log);
            case FAILED -> {
                Optional<Instant> next = schedule.next(log.size(), since, attempt.at());
                yield new EmailDelivery(next.isPresent() ? State.PENDING : State.FAILED, since, next.orElse(null), log);
            }
        };
    }
}
