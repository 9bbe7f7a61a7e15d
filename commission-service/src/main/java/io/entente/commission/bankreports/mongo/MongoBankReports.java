package io.entente.commission.bankreports.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReportUnmatched;
import io.entente.commission.bankreports.BankReports;
import io.entente.commission.bankreports.ItemResult;
import io.entente.commission.bankreports.ReportItem;
import io.entente.commission.bankreports.lists.ListedReport;
import io.entente.commission.bankreports.lists.ReportFilter;
import io.entente.commission.bankreports.lists.ReportList;
import io.entente.commission.documents.KnownKeys;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Reports in {@code bank_reports}, each with its outbox; items in {@code bank_report_items}, those of a report a range of ids.
 */
@Repository
class MongoBankReports implements BankReports, ReportList {

    static final String COLLECTION = "bank_reports";
    static final String ITEMS = "bank_report_items";
    static final String STATUS = "status";
    static final String OPEN = "open";
    static final String RESULT = "result";

    /** Follows every digit. */
    private static final String AFTER = "~";

    private static final int BLOCK = 200;

    private final AggregateStore<BankReport, BankReportUnmatched, ReportDocument> store;
    private final MongoOperations mongo;
    private final MeterRegistry meters;
    private final IndexedList list;

    MongoBankReports(
            AggregateStores stores, MongoOperations mongo, EventRecorder recorder, MeterRegistry meters, Clock clock) {
        this.store = stores.of(new ReportMapping(recorder));
        this.mongo = mongo;
        this.meters = meters;
        this.list = new IndexedList(mongo, COLLECTION, ListedReport.ORDERS, clock);
    }

    @Override
    public boolean add(BankReport report) {
        return store.insert(new Change<>(report, List.of()), null).isPresent();
    }

    @Override
    public Optional<BankReport> find(String id) {
        return store.find(id);
    }

    @Override
    public Optional<Loaded<BankReport>> load(String id) {
        return store.load(id);
    }

    @Override
    public void update(Loaded<BankReport> before, Change<BankReport, BankReportUnmatched> changed) {
        CompletableFuture<Void> unused = store.replace(before, changed);
    }

    @Override
    public Page<BankReport> page(ReportFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedReport.query(filter), page);
        Map<String, BankReport> found =
                store
                        .find(query(where("_id").in(ids.items()))
                                .limit(Math.max(1, ids.items().size())))
                        .stream()
                        .collect(Collectors.toMap(BankReport::id, Function.identity()));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<BankReport> applying(int count) {
        return store.find(query(where(STATUS).is(BankReport.Status.APPLYING)).limit(count));
    }

    @Override
    public void addItems(List<ReportItem> items) {
        List<ItemDocument> documents = items.stream().map(ItemDocument::of).toList();
        KnownKeys.ignored(() -> mongo.bulkOps(BulkMode.UNORDERED, ItemDocument.class, ITEMS)
                .insert(documents)
                .execute());
    }

    @Override
    public Optional<ReportItem> item(String reportId, int number) {
        return Optional.ofNullable(mongo.findById(ItemDocument.id(reportId, number), ItemDocument.class, ITEMS))
                .map(ItemDocument::toItem);
    }

    @Override
    public boolean update(ReportItem before, ReportItem after) {
        ItemDocument stored = ItemDocument.of(before);
        Query unchanged = query(where("_id")
                .is(stored.id())
                .and(RESULT)
                .is(before.result())
                .and(OPEN)
                .is(stored.open()));
        boolean replaced =
                mongo.replace(unchanged, ItemDocument.of(after), ITEMS).getMatchedCount() > 0;
        if (replaced && before.result() != after.result()) {
            meters.counter("entente.bank.report.items", "result", after.result().name())
                    .increment();
        }
        return replaced;
    }

    @Override
    public void forEachItem(String reportId, Consumer<ReportItem> reader) {
        forEach(ItemDocument.prefix(reportId), after -> ofReport(reportId, after), reader);
    }

    private void forEach(String before, Function<String, Criteria> following, Consumer<ReportItem> reader) {
        String after = before;
        List<ItemDocument> block;
        do {
            block = mongo.find(
                    new Query(following.apply(after)).with(Sort.by("_id")).limit(BLOCK), ItemDocument.class, ITEMS);
            block.forEach(document -> reader.accept(document.toItem()));
            after = block.isEmpty() ? after : block.get(block.size() - 1).id();
        } while (block.size() == BLOCK);
    }

    @Override
    public Page<ReportItem> items(String reportId, @Nullable ItemResult result, PageRequest page) {
        Criteria criteria = ofReport(reportId, Objects.requireNonNullElse(page.after(), ItemDocument.prefix(reportId)));
        return page(result == null ? criteria : criteria.and(RESULT).is(result), page);
    }

    @Override
    public Page<ReportItem> open(@Nullable ItemResult result, @Nullable String reference, PageRequest page) {
        // Few items wait for a person, so the other conditions are checked on those.
        Criteria open = where(OPEN).is(true);
        if (result != null) {
            open = open.and(RESULT).is(result);
        }
        if (reference != null) {
            open = open.and("payment.reference").is(reference);
        }
        return page(page.after() == null ? open : open.and("_id").gt(page.after()), page);
    }

    @Override
    public long countOpen(String reportId) {
        return mongo.count(
                query(ofReport(reportId, ItemDocument.prefix(reportId))
                        .and(OPEN)
                        .is(true)),
                ITEMS);
    }

    private Page<ReportItem> page(Criteria criteria, PageRequest page) {
        List<ItemDocument> found =
                mongo.find(new Query(criteria).with(Sort.by("_id")).limit(page.fetch()), ItemDocument.class, ITEMS);
        return Page.of(found, page, ItemDocument::id).map(ItemDocument::toItem);
    }

    private static Criteria ofReport(String reportId, String after) {
        return where("_id").gt(after).lt(ItemDocument.prefix(reportId) + AFTER);
    }
}
