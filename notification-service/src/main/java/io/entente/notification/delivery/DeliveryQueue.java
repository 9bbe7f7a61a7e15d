package io.entente.notification.delivery;

/** The fast path of the delivery: hands over a mail that has just become due. */
@FunctionalInterface
public interface DeliveryQueue {

    /** Never blocks. If the queue is full, the sweep finds the mail later. */
    void offer(String notificationId);
}
