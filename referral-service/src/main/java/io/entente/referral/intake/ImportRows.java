package io.entente.referral.intake;

import io.entente.referral.intake.csv.RejectedRow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores the rows of running imports and the rejected rows of all imports. */
public interface ImportRows {

    void stage(String importId, List<StagedRow> rows);

    /**
     * Records the line of each row identifier.
     *
     * @param lines by identifier
     * @return the identifiers that an earlier row has, with that row's line
     */
    Map<String, Long> claim(String importId, Map<String, Long> lines);

    /** The next staged rows in their order, with or without an outcome. */
    List<StagedRow> after(String importId, @Nullable String position, int limit);

    /**
     * Stores the outcomes of rows. The rejected rows and the warnings are stored first, so that whoever sees an outcome also sees
     * them.
     */
    void record(String importId, Map<StagedRow, RowOutcome> outcomes);

    /** Passes on the rejected rows in the order of their lines, while it reads them. */
    void forEachRejected(String importId, Consumer<RejectedRow> action);

    /** Passes on the rows with warnings in the order of their lines, while it reads them. */
    void forEachWarned(String importId, Consumer<RejectedRow> action);

    /** The number of rows with warnings. */
    long countWarned(String importId);

    /** Deletes the staged rows, but not the rejected ones. */
    void clear(String importId);

    /** Deletes the rejected rows and the warnings. */
    void clearRejected(String importId);
}
