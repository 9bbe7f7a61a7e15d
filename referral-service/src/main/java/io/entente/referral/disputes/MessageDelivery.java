package io.entente.referral.disputes;

import java.time.Instant;

/**
 * How the delivery of a message about a referral to its partner ended, over one channel.
 *
 * @param notificationId the message in the partner's inbox
 * @param channel such as INBOX or EMAIL
 * @param eventId the event that the message told
 * @param eventType the wire type of that event, which says what the partner was told
 * @param result {@link #DELIVERED}, or the reason why the message didn't reach the partner
 * @param attempts the number of mails that were attempted; 0 in the inbox
 */
public record MessageDelivery(
        String notificationId,
        String channel,
        String partnerId,
        String referralId,
        String eventId,
        String eventType,
        String result,
        int attempts,
        Instant at) {

    public static final String DELIVERED = "DELIVERED";
}
