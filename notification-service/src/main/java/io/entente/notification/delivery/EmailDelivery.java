package io.entente.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the delivery of an e-mail.
 *
 * @param since when the mail was first due; the time limit of the schedule counts from here
 * @param nextAttemptAt absent if there is no further attempt
 * @param attempts all attempts, oldest first; the schedule bounds their number
 */
public record EmailDelivery(State state, Instant since, @Nullable Instant nextAttemptAt, List<Attempt> attempts) {

    /** The state that the inbox shows. */
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

    /** The state after an attempt. A rejection is final, and so is a failure after the last attempt of the schedule. */
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
