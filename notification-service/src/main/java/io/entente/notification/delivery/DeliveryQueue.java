package io.entente.notification.delivery;

/** The fast path: tells the delivery worker of a mail that has just become due. */
@FunctionalInterface
public interface DeliveryQueue {

    /** Never waits. Where there is no room, the worker's sweep finds the mail. */
    void offer(String notificationId);
}
