package io.entente.commission.payments;

import io.entente.commission.deals.DealFact;
import io.entente.platform.domain.FieldError;

/** The result of reporting a payment or a refund. */
public sealed interface Reported {

    /**
     * The report is on record.
     *
     * @param isNew whether this call recorded it
     */
    record Recorded(DealFact fact, boolean isNew) implements Reported {}

    /** The report is wrong. Nothing was recorded. */
    record Invalid(FieldError error) implements Reported {}

    /** The report can't be recorded in the present state. Nothing was recorded. */
    record Conflict(String reason) implements Reported {}
}
