package io.entente.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of the delivery of a message to a partner over one channel. The message has reached the partner, or no further attempt
 * will be made.
 *
 * @param attempts the number of mails that were attempted; 0 in the inbox
 */
public record DeliveryEnded(Over over, Result result, int attempts, Instant at) {

    /** The channel. */
    public enum Over {
        INBOX,
        EMAIL
    }

    /** What came of it. */
    public enum Result {
        /** The message is in the inbox, or the mail server accepted the mail. */
        DELIVERED,
        /** The mail failed permanently, so a further attempt would have failed as well. */
        REJECTED,
        /** The last attempt of the retry schedule failed. */
        GIVEN_UP
    }

    public static DeliveryEnded inInbox(Instant at) {
        return new DeliveryEnded(Over.INBOX, Result.DELIVERED, 0, at);
    }

    /** The end of the delivery of a mail; empty as long as there will be a further attempt. */
    public static Optional<DeliveryEnded> of(EmailDelivery mail) {
        List<Attempt> attempts = mail.attempts();
        if (mail.state() == EmailDelivery.State.PENDING || attempts.isEmpty()) {
            return Optional.empty();
        }
        Attempt last = attempts.get(attempts.size() - 1);
        Result result =
                switch (last.outcome()) {
                    case SENT -> Result.DELIVERED;
                    case REJECTED -> Result.REJECTED;
                    case FAILED -> Result.GIVEN_UP;
                };
        return Optional.of(new DeliveryEnded(Over.EMAIL, result, attempts.size(), last.at()));
    }
}
