package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.platform.runtime.lease.Lease;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.OpportunityMapping;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.intake.rows.OnBehalf;
import io.entente.referral.referral.facts.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one import from its current step to the end. It first stages the whole file, so that nothing is imported from a file that
 * turns out to be unreadable. Then it imports the rows page by page. The outcome of a row is stored only after its events are
 * acknowledged; after a crash before that, the row is imported again and gets the same outcome.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** The pause before a run looks again for partners that are not known yet. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);

    /** While a file is judged and while a page is imported, the lease is renewed if it expires within this time. */
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(12);

    private final Intake intake;
    private final OnBehalf onBehalf;
    private final Predicate<RuntimeException> isTransient;
    private final BooleanSupplier stopping;
    private Import current;
    private Lease lease;

    ImportRun(
            Import current,
            Lease lease,
            Intake intake,
            OnBehalf onBehalf,
            Predicate<RuntimeException> isTransient,
            BooleanSupplier stopping) {
        this.current = current;
        this.lease = lease;
        this.intake = intake;
        this.onBehalf = onBehalf;
        this.isTransient = isTransient;
        this.stopping = stopping;
    }

    /** Runs as far as possible. Returns the time at which the import can continue, or empty if it has finished. */
    Optional<Instant> run() {
        if (current.status() != Import.Status.RUNNING) {
            // An earlier version of the service finished it and left the lease.
            intake.imports().finish(current, lease);
            return Optional.empty();
        }
        if (current.step() == Import.Step.STAGING) {
            save(new Staging(intake, current, profile(), this::keepLease, this::report).stage());
        }
        if (current.step() == Import.Step.WORKING) {
            Optional<Instant> continueAt = work();
            if (continueAt.isPresent()) {
                return continueAt;
            }
            save(current.with(current.tally().withWarned(intake.rows().countWarned(current.id())))
                    .clearing(tooManyRejects()));
        }
        intake.rows().clear(current.id());
        intake.files().delete(current.fileId());
        current = current.finished(intake.clock().instant());
        intake.imports().finish(current, lease);
        LOG.info("Import {} is {}: {}", current.id(), current.status(), current.tally());
        return Optional.empty();
    }

    private void save(Import progressed) {
        report(progressed);
        current = progressed;
    }

    /** Shows the progress within a step. */
    private void report(Import progressed) {
        intake.imports().update(progressed, lease);
    }

    private Optional<Instant> work() {
        ImportProfile profile = profile();
        OpportunityMapping mapping = mapping(profile);
        Optional<FileIntroductions> introductions = introductions(profile, mapping);
        if (introductions.isEmpty()) {
            return Optional.of(intake.clock().instant().plus(LOOK_AGAIN_AFTER));
        }
        for (List<StagedRow> page = nextPage(); !page.isEmpty(); page = nextPage()) {
            if (stopping.getAsBoolean()) {
                return Optional.of(intake.clock().instant());
            }
            NamedPartners partners = new NamedPartners(intake.partners(), profile.partnerBy());
            Map<StagedRow, Mapped> mapped = mapped(page, mapping, partners);
            if (partners.isAnyUnknown() && isTooEarlyToReject()) {
                return Optional.of(intake.clock().instant().plus(LOOK_AGAIN_AFTER));
            }
            Map<StagedRow, RowOutcome> outcomes = outcomes(mapped, introductions.get());
            intake.rows().record(current.id(), outcomes);
            save(current.workedUpTo(page.get(page.size() - 1).position(), tally(page, outcomes)));
            if (tooManyRejects() != null) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the staged rows once, because a row can depend on one that is imported later.
     *
     * @return empty if a row names a partner that may still arrive
     */
    private Optional<FileIntroductions> introductions(ImportProfile profile, OpportunityMapping mapping) {
        FileIntroductions introductions = intake.decisions().introductionsAt(current.startedAt());
        NamedPartners partners = new NamedPartners(intake.partners(), profile.partnerBy());
        LocalDate latest = Today.latestAnywhere(intake.clock());
        String position = null;
        for (List<StagedRow> page = page(position); !page.isEmpty(); page = page(position)) {
            for (StagedRow row : page) {
                Opportunity read = row.faults().isEmpty() && row.outcome() != RowOutcome.Kind.REJECTED
                        ? mapping.map(row.values(), partners, latest).opportunity()
                        : null;
                if (read != null) {
                    introductions.add(row.line(), read);
                }
            }
            position = page.get(page.size() - 1).position();
            keepLease();
        }
        if (partners.isAnyUnknown() && isTooEarlyToReject()) {
            return Optional.empty();
        }
        introductions.decide();
        return Optional.of(introductions);
    }

    private List<StagedRow> page(@Nullable String position) {
        return intake.rows().after(current.id(), position, intake.settings().pageRows());
    }

    private List<StagedRow> nextPage() {
        return page(current.position());
    }

    /** Partners that were activated just before the import may not have arrived here yet. */
    private boolean isTooEarlyToReject() {
        return intake.clock().instant().isBefore(current.startedAt().plus(intake.partnerPatience()));
    }

    /** Maps the rows that have no outcome yet. */
    private Map<StagedRow, Mapped> mapped(List<StagedRow> page, OpportunityMapping mapping, NamedPartners partners) {
        LocalDate latest = Today.latestAnywhere(intake.clock());
        Map<StagedRow, Mapped> mapped = new LinkedHashMap<>();
        for (StagedRow row : page) {
            if (row.outcome() == null) {
                mapped.put(
                        row,
                        row.isReadable()
                                ? mapping.map(row.values(), partners, latest)
                                : new Mapped(null, row.faults(), List.of()));
            }
        }
        return mapped;
    }

    /** Imports the rows, and waits until their events are acknowledged. */
    private Map<StagedRow, RowOutcome> outcomes(Map<StagedRow, Mapped> mapped, FileIntroductions introductions) {
        Map<StagedRow, RowOutcome> outcomes = new LinkedHashMap<>();
        Map<StagedRow, Opportunity> valid = new LinkedHashMap<>();
        mapped.forEach((row, read) -> {
            List<FieldError> errors = new ArrayList<>(row.faults());
            read.errors().stream().filter(error -> !errors.contains(error)).forEach(errors::add);
            if (errors.isEmpty() && read.opportunity() != null) {
                valid.put(row, read.opportunity());
            } else {
                outcomes.put(row, RowOutcome.rejected(errors));
            }
        });
        List<RowOutcome> imported = new PageImport(
                        intake, onBehalf, isTransient, current, introductions, this::keepLease)
                .run(List.copyOf(valid.values()));
        int next = 0;
        for (StagedRow row : valid.keySet()) {
            Mapped read = Objects.requireNonNull(mapped.get(row));
            outcomes.put(row, imported.get(next++).warning(read.warnings()));
        }
        return outcomes;
    }

    /**
     * Work that takes long must not lose its lease, and it ends early if the service stops. Rows that are stored by then are
     * recognised by their marks when the import continues.
     */
    private void keepLease() {
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException("The service is stopping");
        }
        if (intake.clock().instant().isAfter(lease.until().minus(RENEW_BEFORE))) {
            lease = intake.imports().renew(lease);
        }
    }

    private Tally tally(List<StagedRow> page, Map<StagedRow, RowOutcome> outcomes) {
        Tally tally = current.tally();
        for (StagedRow row : page) {
            RowOutcome now = outcomes.get(row);
            RowOutcome.Kind kind = now == null ? row.outcome() : now.kind();
            tally = kind == null ? tally : tally.plus(kind);
        }
        return tally;
    }

    private @Nullable String tooManyRejects() {
        long most = intake.settings().maxRejects();
        return current.tally().rejected() <= most
                ? null
                : "More than %d rows were rejected; correct the file or the mapping profile, and send the file again."
                        .formatted(most);
    }

    private ImportProfile profile() {
        return intake.profiles()
                .find(current.profile(), current.profileVersion())
                .orElseThrow(() -> new IllegalStateException("Version %d of the profile %s is missing"
                        .formatted(current.profileVersion(), current.profile())));
    }

    private OpportunityMapping mapping(ImportProfile profile) {
        try {
            return new OpportunityMapping(profile, current.columns(), current.reading());
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(
                    "The header of import %s was valid when it was staged".formatted(current.id()), e);
        }
    }
}
