package io.entente.commission.bankreports;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores reports and their items. */
public interface BankReports {

    /** Stores a new report. Returns false if it exists already. */
    boolean add(BankReport report);

    Optional<BankReport> find(String id);

    /** Reads a report that may be changed; {@link #update} takes it back. */
    Optional<Loaded<BankReport>> load(String id);

    /**
     * Stores a changed report with its events.
     *
     * @throws io.entente.platform.domain.ConcurrentUpdateException if another write came in between
     */
    void update(Loaded<BankReport> before, Change<BankReport, BankReportUnmatched> changed);

    /** Reports whose items are to be matched. */
    List<BankReport> applying(int count);

    /** Stores items. Those that are stored already stay as they are. */
    void addItems(List<ReportItem> items);

    Optional<ReportItem> item(String reportId, int number);

    /**
     * Stores an item with its new result.
     *
     * @return false if another write came in between; nothing was stored then
     */
    boolean update(ReportItem before, ReportItem after);

    /** The items of a report in its order, with one block in memory at a time. */
    void forEachItem(String reportId, Consumer<ReportItem> reader);

    /**
     * The items of a report in its order.
     *
     * @param result restricts the list to this result; null for all
     */
    Page<ReportItem> items(String reportId, @Nullable ItemResult result, PageRequest page);

    /**
     * The items of all reports that wait for a person.
     *
     * @param result restricts the list to this result; null for all
     * @param reference restricts the list to this end-to-end id; null for all
     */
    Page<ReportItem> open(@Nullable ItemResult result, @Nullable String reference, PageRequest page);

    /** The number of items of a report that wait for a person. */
    long countOpen(String reportId);
}
