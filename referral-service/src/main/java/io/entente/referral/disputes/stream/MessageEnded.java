package io.entente.referral.disputes.stream;

import io.entente.referral.disputes.MessageDelivery;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of the delivery of a message, in {@code notification.message-delivered.v1} and {@code
 * notification.message-not-delivered.v1}.
 *
 * @param referralId absent if the message is about no referral
 * @param reason why it was not delivered; absent if it was delivered
 * @param attempts absent in the inbox
 */
record MessageEnded(
        String notificationId,
        String partnerId,
        String channel,
        String eventId,
        String eventType,
        @Nullable String referralId,
        @Nullable String reason,
        @Nullable Integer attempts,
        Instant occurredAt) {

    /** The delivery, if the message is about a referral. */
    Optional<MessageDelivery> toDelivery() {
        return referralId == null
                ? Optional.empty()
                : Optional.of(new MessageDelivery(
                        notificationId,
                        channel,
                        partnerId,
                        referralId,
                        eventId,
                        eventType,
                        reason == null ? MessageDelivery.DELIVERED : reason,
                        attempts == null ? 0 : attempts,
                        occurredAt));
    }
}
