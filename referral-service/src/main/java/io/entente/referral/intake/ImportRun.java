package io.entente.referral.intake;

import io.entente.messaging.rest.FieldError;
import io.entente.referral.intake.CrmOpportunities.Mapped;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.PartnerName;
import io.entente.referral.submission.Today;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes one import from where it is to its end: stages the whole file, so that nothing is written where it turns out
 * unreadable, then works its rows off a page at a time. A row's outcome is kept only after its events are acknowledged;
 * a crash before that works the row again, to the same outcome.
 */
final class ImportRun {

    /** Rows held in memory at once. */
    private static final int PAGE_ROWS = 500;

    /** From the import's start: how long a name that nobody has yet is looked for again. */
    private static final Duration PROFILE_PATIENCE = Duration.ofSeconds(10);

    private final Imports imports;
    private final ImportFiles files;
    private final ImportRows rows;
    private final KnownPartners partners;
    private final OpportunityHandler handler;
    private final Executor workers;
    private final Patience patience;
    private final Clock clock;
    private final String owner;
    private Import current;

    /** @param owner the lease's */
    ImportRun(
            Import current,
            String owner,
            Imports imports,
            ImportFiles files,
            ImportRows rows,
            KnownPartners partners,
            OpportunityHandler handler,
            Executor workers,
            Patience patience,
            Clock clock) {
        this.current = current;
        this.owner = owner;
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.partners = partners;
        this.handler = handler;
        this.workers = workers;
        this.patience = patience;
        this.clock = clock;
    }

    /** Runs to the end. Interrupted, it leaves the import to be resumed. */
    Import run() throws InterruptedException {
        if (current.step() == Import.Step.STAGING) {
            save(patience.tryUntilDone(this::stage));
        }
        if (current.step() == Import.Step.WORKING) {
            work();
            save(current.clearing(null));
        }
        patience.tryUntilDone(() -> {
            rows.clear(current.id());
            files.delete(current.fileId());
            return current;
        });
        save(current.finished(clock.instant()));
        return current;
    }

    private void save(Import progressed) throws InterruptedException {
        current = patience.tryUntilDone(() -> {
            imports.update(progressed, owner);
            return progressed;
        });
    }

    /** From the file's beginning, whatever an earlier attempt has staged. */
    private Import stage() {
        rows.clear(current.id());
        try (CsvFile file = CsvFile.open(files.open(current.fileId()))) {
            CrmOpportunities profile = new CrmOpportunities(file.header());
            long read = 0;
            List<CsvFile.Row> page = new ArrayList<>(PAGE_ROWS);
            for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
                page.add(row);
                read++;
                if (page.size() == PAGE_ROWS) {
                    stage(profile, page);
                    page.clear();
                    imports.update(current.with(Tally.NONE.withRows(read)), owner);
                }
            }
            stage(profile, page);
            return current.staged(file.header(), read);
        } catch (UnreadableFileException unreadable) {
            return current.with(Tally.NONE).clearing(unreadable.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stage(CrmOpportunities profile, List<CsvFile.Row> page) {
        Map<String, Long> firstLines = new LinkedHashMap<>();
        for (CsvFile.Row row : page) {
            String id = profile.id(row.values());
            if (!id.isEmpty()) {
                firstLines.putIfAbsent(id, row.line());
            }
        }
        firstLines.putAll(rows.claim(current.id(), firstLines));
        rows.stage(
                current.id(),
                page.stream().map(row -> staged(profile, row, firstLines)).toList());
    }

    private static StagedRow staged(CrmOpportunities profile, CsvFile.Row row, Map<String, Long> firstLines) {
        List<FieldError> faults = new ArrayList<>(profile.faults(row.values()));
        long first = firstLines.getOrDefault(profile.id(row.values()), row.line());
        if (first != row.line()) {
            faults.add(new FieldError(CrmOpportunities.ID, "is on line %d already".formatted(first)));
        }
        return StagedRow.at(profile.orderedBy(row.values()), row.line(), row.values(), faults);
    }

    private void work() throws InterruptedException {
        CrmOpportunities profile = profile();
        Tally tally = Tally.NONE.withRows(current.tally().rows());
        String position = null;
        for (List<StagedRow> page = page(position); !page.isEmpty(); page = page(position)) {
            Map<StagedRow, RowOutcome> outcomes = outcomes(profile, page);
            patience.tryUntilDone(() -> {
                rows.record(current.id(), outcomes);
                return current;
            });
            for (StagedRow row : page) {
                RowOutcome now = outcomes.get(row);
                tally = now != null
                        ? tally.plus(now.kind())
                        : row.outcome() != null ? tally.plus(row.outcome()) : tally;
            }
            save(current.with(tally));
            position = page.get(page.size() - 1).position();
        }
    }

    private List<StagedRow> page(@Nullable String position) throws InterruptedException {
        return patience.tryUntilDone(() -> rows.after(current.id(), position, PAGE_ROWS));
    }

    /** Works off what has no outcome yet, and waits for all of it. */
    private Map<StagedRow, RowOutcome> outcomes(CrmOpportunities profile, List<StagedRow> page)
            throws InterruptedException {
        Function<String, List<KnownPartner>> partnersNamed = remembering(this::partnersNamed);
        PartnerLanes lanes = new PartnerLanes(handler, workers, patience, current);
        Map<StagedRow, CompletableFuture<RowOutcome>> underWay = new LinkedHashMap<>();
        for (StagedRow row : page) {
            if (row.outcome() == null) {
                Mapped mapped = patience.tryUntilDone(
                        () -> profile.map(row.values(), partnersNamed, Today.latestAnywhere(clock)));
                underWay.put(row, begin(row, mapped, lanes));
            }
        }
        Map<StagedRow, RowOutcome> outcomes = new LinkedHashMap<>();
        for (Map.Entry<StagedRow, CompletableFuture<RowOutcome>> row : underWay.entrySet()) {
            outcomes.put(row.getKey(), awaited(row.getValue()));
        }
        return outcomes;
    }

    private static CompletableFuture<RowOutcome> begin(StagedRow row, Mapped mapped, PartnerLanes lanes) {
        List<FieldError> errors = new ArrayList<>(row.faults());
        mapped.errors().stream().filter(error -> !errors.contains(error)).forEach(errors::add);
        return errors.isEmpty() && mapped.opportunity() != null
                ? lanes.work(mapped.opportunity())
                : CompletableFuture.completedFuture(RowOutcome.rejected(errors));
    }

    private static RowOutcome awaited(CompletableFuture<RowOutcome> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row's failure is its outcome", e);
        }
    }

    private CrmOpportunities profile() {
        try {
            return new CrmOpportunities(current.columns());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("checked when staged: " + current.id(), e);
        }
    }

    /** Partners that were activated just before the import may still be on their way here. */
    private List<KnownPartner> partnersNamed(String name) {
        Duration left = Duration.between(clock.instant(), current.startedAt().plus(PROFILE_PATIENCE));
        return Arrivals.await(() -> partners.named(name), found -> !found.isEmpty(), left);
    }

    /** Each name is looked up once a page. */
    private static Function<String, List<KnownPartner>> remembering(Function<String, List<KnownPartner>> lookup) {
        Map<String, List<KnownPartner>> known = new HashMap<>();
        return name -> known.computeIfAbsent(PartnerName.keyOf(name), key -> lookup.apply(name));
    }
}
