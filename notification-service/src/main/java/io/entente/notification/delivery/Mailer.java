package io.entente.notification.delivery;

import org.jspecify.annotations.Nullable;

/** Sends e-mail. */
public interface Mailer {

    /** Tries once. A failure is a value: the schedule deals with it. */
    Answer send(Letter letter);

    /**
     * What the mail server said.
     *
     * @param error for the delivery log, without any address
     */
    record Answer(Attempt.Outcome outcome, @Nullable String error) {}
}
