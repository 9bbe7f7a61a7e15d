package io.entente.referral.intake;

import io.entente.referral.intake.csv.RejectedRow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of running imports, and the rejected ones of all. */
public interface ImportRows {

    void stage(String importId, List<StagedRow> rows);

    /**
     * Notes on which line each row identifier stands.
     *
     * @param lines by identifier
     * @return of those that an earlier row has: its line
     */
    Map<String, Long> claim(String importId, Map<String, Long> lines);

    /** The next staged rows in their order, with or without outcome. */
    List<StagedRow> after(String importId, @Nullable String position, int limit);

    /** Keeps rows' outcomes, the rejected rows first: whoever sees the outcome sees the reject. */
    void record(String importId, Map<StagedRow, RowOutcome> outcomes);

    /** Hands over the rejected rows in the order of their lines, reading as it goes. */
    void forEachRejected(String importId, Consumer<RejectedRow> action);

    /** Deletes the staged rows; the rejected ones stay. */
    void clear(String importId);

    /** Deletes the rejected rows. */
    void clearRejected(String importId);
}
