package io.entente.commission.plans;

import java.util.Objects;

/**
 * Defines when an accrued commission is due for payment.
 *
 * @param netDays calendar days from the trigger to the payment's due date; net-30 is common
 * @param holdDays further calendar days during which the firm can still object; 0 for none
 */
public record PaymentTerms(Trigger trigger, int netDays, int holdDays) {

    /** The maximum number of days of each kind: one year, because no partner should wait longer for what it has earned. */
    public static final int MAX_DAYS = 366;

    public static final int USUAL_NET_DAYS = 30;

    /** The program guide's common case: net-30 from the client's payment. */
    public static final PaymentTerms USUAL = new PaymentTerms(Trigger.CLIENT_PAYMENT, USUAL_NET_DAYS, 0);

    public PaymentTerms {
        Objects.requireNonNull(trigger, "trigger");
        if (netDays < 0 || netDays > MAX_DAYS || holdDays < 0 || holdDays > MAX_DAYS) {
            throw new IllegalArgumentException("Net days and hold days must be from 0 to 366, but they are %d and %d"
                    .formatted(netDays, holdDays));
        }
    }
}
