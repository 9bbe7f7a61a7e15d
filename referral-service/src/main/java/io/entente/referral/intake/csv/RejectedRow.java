package io.entente.referral.intake.csv;

import io.entente.platform.domain.FieldError;
import java.util.List;

/**
 * A row that was not imported, as it is in the file, with the reasons.
 *
 * @param line the line on which the row begins, from 1
 */
public record RejectedRow(long line, List<String> values, List<FieldError> errors) {}
