package io.entente.referral.disputes;

import java.util.List;

/** What partners were told about their referrals, as notification-service has reported it. */
public interface MessageDeliveries {

    /**
     * Keeps a delivery.
     *
     * @return false if it is known already
     */
    boolean keep(MessageDelivery delivery);

    /** The deliveries of the messages about a referral, oldest first. */
    List<MessageDelivery> about(String referralId, int limit);
}
