package io.entente.referral.intake.csv;

import io.entente.platform.domain.FieldError;
import java.util.List;

/**
 * A row that was not taken over, as it stood in the file, and why.
 *
 * @param line of the file on which the row begins, from 1
 */
public record RejectedRow(long line, List<String> values, List<FieldError> errors) {}
