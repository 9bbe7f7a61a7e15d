package io.entente.referral.disputes;

import io.entente.referral.disputes.DisputeItem.Draft;
import io.entente.referral.disputes.DisputeItem.Kind;
import java.util.List;

/** The items of messages: what a partner was told, over which channel, and with which result. */
final class DeliveryItems {

    private DeliveryItems() {}

    static List<Draft> of(List<MessageDelivery> deliveries) {
        return deliveries.stream().map(DeliveryItems::of).toList();
    }

    private static Draft of(MessageDelivery delivery) {
        Facts facts = new Facts()
                .with("partnerId", delivery.partnerId())
                .with("referralId", delivery.referralId())
                .with("channel", delivery.channel())
                .with("result", delivery.result())
                .with("eventId", delivery.eventId())
                .with("eventType", delivery.eventType());
        if (delivery.attempts() > 0) {
            facts.with("attempts", delivery.attempts());
        }
        return new Draft(
                Kind.DELIVERY, delivery.notificationId() + "/" + delivery.channel(), delivery.at(), facts.content());
    }
}
