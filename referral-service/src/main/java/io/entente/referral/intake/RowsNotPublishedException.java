package io.entente.referral.intake;

import io.entente.platform.domain.TransientFailure;

/** The broker has not acknowledged the events of imported rows. The rows are stored, and their events are published later. */
final class RowsNotPublishedException extends RuntimeException implements TransientFailure {

    RowsNotPublishedException(Throwable cause) {
        super("The broker has not acknowledged the events of all rows", cause);
    }
}
