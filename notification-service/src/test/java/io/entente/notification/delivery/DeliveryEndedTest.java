package io.entente.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.delivery.Attempt.Outcome;
import io.entente.notification.delivery.DeliveryEnded.Over;
import io.entente.notification.delivery.DeliveryEnded.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A delivery ends with a mail that was accepted or rejected, or with the last attempt of the schedule. */
class DeliveryEndedTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final RetrySchedule TWO_ATTEMPTS =
            new RetrySchedule(List.of(Duration.ofMinutes(1)), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @Test
    void a_mail_that_waits_for_another_attempt_has_not_ended() {
        EmailDelivery due = EmailDelivery.dueAt(NOON);

        assertThat(DeliveryEnded.of(due)).isEmpty();
        assertThat(DeliveryEnded.of(due.after(failed(NOON), TWO_ATTEMPTS))).isEmpty();
    }

    @Test
    void a_mail_that_was_accepted_after_a_failure_was_delivered_with_the_second_attempt() {
        Instant later = NOON.plusSeconds(60);
        EmailDelivery sent =
                EmailDelivery.dueAt(NOON).after(failed(NOON), TWO_ATTEMPTS).after(Attempt.sent(later), TWO_ATTEMPTS);

        assertThat(DeliveryEnded.of(sent)).contains(new DeliveryEnded(Over.EMAIL, Result.DELIVERED, 2, later));
    }

    @Test
    void a_rejected_mail_and_one_that_failed_too_often_were_not_delivered() {
        EmailDelivery due = EmailDelivery.dueAt(NOON);
        Instant later = NOON.plus(Duration.ofDays(1));

        assertThat(DeliveryEnded.of(due.after(new Attempt(NOON, Outcome.REJECTED, "no such mailbox"), TWO_ATTEMPTS)))
                .contains(new DeliveryEnded(Over.EMAIL, Result.REJECTED, 1, NOON));
        assertThat(DeliveryEnded.of(due.after(failed(NOON), TWO_ATTEMPTS).after(failed(later), TWO_ATTEMPTS)))
                .contains(new DeliveryEnded(Over.EMAIL, Result.GIVEN_UP, 2, later));
    }

    private static Attempt failed(Instant at) {
        return new Attempt(at, Outcome.FAILED, "the server is away");
    }
}
