package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.CsvFile;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.OpportunityMapping;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.referral.facts.Today;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private final Intake intake;
    private final String owner;
    private final Executor workers;
    private final Patience patience;
    private Import current;

    /** @param owner the lease's */
    ImportRun(Import current, String owner, Intake intake, Executor workers, Patience patience) {
        this.current = current;
        this.owner = owner;
        this.intake = intake;
        this.workers = workers;
        this.patience = patience;
    }

    /** Runs to the end. Interrupted, it leaves the import to be resumed. */
    Import run() throws InterruptedException {
        if (current.step() == Import.Step.STAGING) {
            save(patience.tryUntilDone(this::stage));
        }
        if (current.step() == Import.Step.WORKING) {
            work();
            save(current.clearing(tooManyRejects()));
        }
        patience.tryUntilDone(() -> {
            intake.rows().clear(current.id());
            intake.files().delete(current.fileId());
            return current;
        });
        save(current.finished(intake.clock().instant()));
        return current;
    }

    private void save(Import progressed) throws InterruptedException {
        current = patience.tryUntilDone(() -> {
            intake.imports().update(progressed, owner);
            return progressed;
        });
    }

    /** From the file's beginning, whatever an earlier attempt has staged. */
    private Import stage() {
        intake.rows().clear(current.id());
        try {
            CsvDialect dialect = CsvDialect.of(
                    profile().encoding(),
                    profile().separator(),
                    this::content,
                    intake.settings().maxRowCharacters());
            try (CsvFile file = CsvFile.open(
                    content(),
                    dialect,
                    intake.settings().maxRowCharacters(),
                    intake.settings().maxColumns())) {
                return current.staged(dialect, file.header(), stage(file));
            }
        } catch (UnreadableFileException unreadable) {
            return current.with(Tally.NONE).clearing(unreadable.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream content() {
        return intake.files().open(current.fileId());
    }

    /** @return the number of rows */
    private long stage(CsvFile file) throws UnreadableFileException {
        OpportunityMapping mapping = new OpportunityMapping(profile(), file.header());
        long read = 0;
        List<CsvFile.Row> page = new ArrayList<>(intake.settings().pageRows());
        for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
            page.add(row);
            read++;
            if (read > intake.settings().maxRows()) {
                throw new UnreadableFileException("The file has more than %d rows; divide it."
                        .formatted(intake.settings().maxRows()));
            }
            if (page.size() == intake.settings().pageRows()) {
                stage(mapping, page);
                page.clear();
                intake.imports().update(current.with(Tally.NONE.withRows(read)), owner);
            }
        }
        stage(mapping, page);
        return read;
    }

    private void stage(OpportunityMapping mapping, List<CsvFile.Row> page) {
        Map<String, Long> firstLines = new LinkedHashMap<>();
        for (CsvFile.Row row : page) {
            String id = mapping.id(row.values());
            if (!id.isEmpty()) {
                firstLines.putIfAbsent(id, row.line());
            }
        }
        firstLines.putAll(intake.rows().claim(current.id(), firstLines));
        intake.rows()
                .stage(
                        current.id(),
                        page.stream()
                                .map(row -> staged(mapping, row, firstLines))
                                .toList());
    }

    private static StagedRow staged(OpportunityMapping mapping, CsvFile.Row row, Map<String, Long> firstLines) {
        List<FieldError> faults = new ArrayList<>(mapping.faults(row.values()));
        long first = firstLines.getOrDefault(mapping.id(row.values()), row.line());
        if (first != row.line()) {
            faults.add(new FieldError(mapping.column(RowField.ID), "is on line %d already".formatted(first)));
        }
        return StagedRow.at(mapping.orderedBy(row.values()), row.line(), row.values(), faults);
    }

    private void work() throws InterruptedException {
        ImportProfile profile = profile();
        OpportunityMapping mapping = mapping(profile);
        Tally tally = Tally.NONE.withRows(current.tally().rows());
        String position = null;
        for (List<StagedRow> page = page(position); !page.isEmpty(); page = page(position)) {
            Map<StagedRow, RowOutcome> outcomes = outcomes(profile, mapping, page);
            patience.tryUntilDone(() -> {
                intake.rows().record(current.id(), outcomes);
                return current;
            });
            for (StagedRow row : page) {
                RowOutcome now = outcomes.get(row);
                tally = now != null
                        ? tally.plus(now.kind())
                        : row.outcome() != null ? tally.plus(row.outcome()) : tally;
            }
            save(current.with(tally));
            if (tooManyRejects() != null) {
                return;
            }
            position = page.get(page.size() - 1).position();
        }
    }

    private @Nullable String tooManyRejects() {
        long most = intake.settings().maxRejects();
        return current.tally().rejected() <= most
                ? null
                : "More than %d rows were rejected; mend the file or its profile, and send it again.".formatted(most);
    }

    private List<StagedRow> page(@Nullable String position) throws InterruptedException {
        return patience.tryUntilDone(() ->
                intake.rows().after(current.id(), position, intake.settings().pageRows()));
    }

    /** Works off what has no outcome yet, and waits for all of it. */
    private Map<StagedRow, RowOutcome> outcomes(ImportProfile profile, OpportunityMapping mapping, List<StagedRow> page)
            throws InterruptedException {
        Function<String, List<KnownPartner>> partnersCalled = remembering(called -> partnersCalled(profile, called));
        PartnerLanes lanes = new PartnerLanes(intake.handler(), workers, patience, current);
        Map<StagedRow, CompletableFuture<RowOutcome>> underWay = new LinkedHashMap<>();
        for (StagedRow row : page) {
            if (row.outcome() == null) {
                Mapped mapped = patience.tryUntilDone(
                        () -> mapping.map(row.values(), partnersCalled, Today.latestAnywhere(intake.clock())));
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

    private ImportProfile profile() {
        return intake.profiles()
                .find(current.profile(), current.profileVersion())
                .orElseThrow(() -> new IllegalStateException("a profile's version is never deleted: " + current.id()));
    }

    private OpportunityMapping mapping(ImportProfile profile) {
        try {
            return new OpportunityMapping(profile, current.columns());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("checked when staged: " + current.id(), e);
        }
    }

    /** Partners that were activated just before the import may still be on their way here. */
    private List<KnownPartner> partnersCalled(ImportProfile profile, String called) {
        Duration left =
                Duration.between(intake.clock().instant(), current.startedAt().plus(intake.profilePatience()));
        return Arrivals.await(() -> lookUp(profile.partnerBy(), called), found -> !found.isEmpty(), left);
    }

    private List<KnownPartner> lookUp(PartnerBy by, String called) {
        return switch (by) {
            case NAME -> intake.partners().named(called);
            case ID -> intake.partners().find(called).stream().toList();
        };
    }

    /** Each name is looked up once a page. */
    private static Function<String, List<KnownPartner>> remembering(Function<String, List<KnownPartner>> lookup) {
        Map<String, List<KnownPartner>> known = new HashMap<>();
        return called -> known.computeIfAbsent(called, lookup);
    }
}
