package io.entente.notification.delivery;

import org.jspecify.annotations.Nullable;

/** Sends e-mail. */
public interface Mailer {

    /** Makes one attempt. A failure is a value, because the schedule decides about retries. */
    Reply send(Letter letter);

    /**
     * The reply of the mail server.
     *
     * @param error for the delivery log, without any address
     */
    record Reply(Attempt.Outcome outcome, @Nullable String error) {}
}
