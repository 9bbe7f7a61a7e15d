package io.entente.platform.web;

import io.entente.platform.domain.FieldError;
import java.util.List;

/** The input is invalid and the caller can correct it. The answer has one entry for each bad field. */
public final class InvalidInputException extends RuntimeException {

    private final int status;
    private final transient List<FieldError> errors;

    private InvalidInputException(int status, List<FieldError> errors) {
        super("invalid: " + errors.stream().map(FieldError::field).toList());
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** A body or a parameter that cannot be read (400). */
    public static InvalidInputException malformed(List<FieldError> errors) {
        return new InvalidInputException(400, errors);
    }

    /** A well-formed request that a business rule refuses because of a field's value (422). */
    public static InvalidInputException unprocessable(FieldError... errors) {
        return new InvalidInputException(422, List.of(errors));
    }

    public int status() {
        return status;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
