package io.entente.referral.sla.ical;

import io.entente.platform.domain.FieldError;
import java.util.List;

/** An iCalendar file can't be used. Each error names the line or the event. */
public final class UnreadableCalendarException extends Exception {

    private final transient List<FieldError> errors;

    UnreadableCalendarException(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
