package io.entente.commission.payments;

/** Tells finance of payments and refunds that apply to no deal. */
public interface PaymentNotices {

    /** Publishes a notice once. Publishing it again changes nothing. */
    void publish(PaymentNotice notice);
}
