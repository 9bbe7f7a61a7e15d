package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.RowOutcome.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that waits to be imported.
 *
 * @param position sorts by {@link io.entente.referral.intake.profiles.OpportunityMapping#orderedBy} and then by line, which is the
 *     order within the import
 * @param line the line on which the row begins, from 1
 * @param values in the order of the import's columns
 * @param faults errors known before it is imported, such as an identifier that an earlier row has
 * @param outcome absent until the row has one
 */
public record StagedRow(
        String position, long line, List<String> values, List<FieldError> faults, @Nullable Kind outcome) {

    public StagedRow {
        values = List.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** The name of a fault that concerns the whole row, such as one of its quotation marks. */
    public static final String WHOLE_ROW = "row";

    /** Whether the values of the row are known to be in their columns. */
    public boolean isReadable() {
        return faults.stream().noneMatch(fault -> fault.field().equals(WHOLE_ROW));
    }

    /** A row to import, at its position. */
    public static StagedRow at(String order, long line, List<String> values, List<FieldError> faults) {
        String position = "%s/%010d".formatted(order, line);
        return new StagedRow(position, line, values, faults, null);
    }
}
