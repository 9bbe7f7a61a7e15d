package io.entente.referral.intake.dryrun;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.RowForecasts;
import io.entente.referral.intake.RowForecasts.Forecast;
import io.entente.referral.intake.RowForecasts.Outcome;
import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.CsvFile;
import io.entente.referral.intake.csv.RejectedRow;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.OpportunityMapping;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.rows.FileIntroductions;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.facts.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Maps rows, compares them with what is stored, and counts by column what is understood. */
final class RowTrial {

    private static final int MAX_REJECTS = 10;

    /** Rows that are compared with the stored referrals at once. */
    private static final int AT_ONCE = 500;

    /** The caller waits for the comparison, so later rows are only read. */
    private static final int MAX_COMPARED = 10_000;

    private static final String EARLIER_IN_FILE =
            "another partner introduces this client earlier in the file, so the referral would only be submitted and a deal would wait";

    private static final String AGAIN_IN_FILE =
            "was already introduced by this partner earlier in the file, or has a deal of the same amount there, so the referral would only be submitted and a deal would wait";

    private static final String WHOLE_ROW = "row";

    private final ImportProfile profile;
    private final FileReading reading;
    private final OpportunityMapping mapping;
    private final KnownPartners partners;
    private final RowForecasts forecasts;
    private final LocalDate latest;
    private final FileIntroductions introductions;
    private final Map<Long, Claiming> claiming = new HashMap<>();
    private final List<ColumnTally> columns;
    private final List<Read> read = new ArrayList<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<RejectedRow> warnings = new ArrayList<>();
    private final List<RejectedRow> rejects = new ArrayList<>();
    private final Map<String, List<KnownPartner>> named = new HashMap<>();
    private final Map<String, Long> firstLines = new HashMap<>();
    private long warned;
    private long compared;
    private long notCompared;

    RowTrial(
            ImportProfile profile,
            List<String> header,
            FileReading reading,
            KnownPartners partners,
            RowForecasts forecasts,
            Clock clock)
            throws UnreadableFileException {
        this.profile = profile;
        this.reading = reading;
        this.mapping = new OpportunityMapping(profile, header, reading);
        this.partners = partners;
        this.forecasts = forecasts;
        this.latest = Today.latestAnywhere(clock);
        this.introductions = forecasts.introductions();
        this.columns = header.stream().map(this::tally).toList();
    }

    private ColumnTally tally(String column) {
        List<String> fields = Stream.of(RowField.values())
                .filter(field -> mapping.columns(field).contains(column.strip()))
                .map(RowField::key)
                .toList();
        return new ColumnTally(column, fields);
    }

    /** A row that was read and is still to be compared with what is stored. */
    private record Read(CsvFile.Row row, Mapped mapped) {}

    /** A row that would have its client if no other row has it before. */
    private record Claiming(CsvFile.Row row, String organisation, boolean isWarned) {}

    void add(CsvFile.Row row) {
        String fault = row.fault();
        Mapped mapped = fault == null
                ? unlessRepeated(row, mapping.map(row.values(), this::partnersCalled, latest))
                : new Mapped(null, List.of(new FieldError(WHOLE_ROW, fault)), List.of());
        read.add(new Read(row, mapped));
        if (read.size() == AT_ONCE) {
            compare();
        }
    }

    /** Counts the rows that were read by what the import would do with them. */
    private void compare() {
        List<Opportunity> understood = read.stream()
                .flatMap(one -> Stream.ofNullable(one.mapped().opportunity()))
                .toList();
        if (compared >= MAX_COMPARED) {
            countOnly();
            return;
        }
        compared += read.size();
        Iterator<Forecast> forecast = forecasts.of(understood, profile).iterator();
        for (Read one : read) {
            count(
                    one,
                    one.mapped().opportunity() == null
                            ? new Forecast(Outcome.REJECTED, one.mapped().errors(), List.of(), false)
                            : forecast.next());
        }
        read.clear();
    }

    private void countOnly() {
        for (Read one : read) {
            Mapped mapped = one.mapped();
            if (mapped.opportunity() == null) {
                count(one, new Forecast(Outcome.REJECTED, mapped.errors(), List.of(), false));
            } else {
                notCompared++;
                tally(one, mapped.warnings());
            }
        }
        read.clear();
    }

    /** Counts what was understood of a row in its columns, and whether it has warnings. */
    private void tally(Read one, List<FieldError> about) {
        warned += about.isEmpty() ? 0 : 1;
        addTo(warnings, one.row(), about);
        if (one.row().values().size() == columns.size()) {
            count(one.row(), one.mapped().opportunity(), about);
        }
    }

    private void count(Read one, Forecast forecast) {
        CsvFile.Row row = one.row();
        outcomes.merge(forecast.outcome(), 1L, Long::sum);
        if (forecast.outcome() == Outcome.REJECTED) {
            addTo(rejects, row, forecast.errors());
            if (row.fault() == null && row.values().size() == columns.size()) {
                count(row, one.mapped().opportunity(), forecast.errors());
            }
            return;
        }
        List<FieldError> about = new ArrayList<>(one.mapped().warnings());
        about.addAll(forecast.warnings());
        tally(one, about);
        Opportunity understood = one.mapped().opportunity();
        if (forecast.needsClient() && understood != null) {
            introductions.add(row.line(), understood);
            claiming.put(row.line(), new Claiming(row, understood.client().organisation(), !about.isEmpty()));
        }
    }

    private static void addTo(List<RejectedRow> first, CsvFile.Row row, List<FieldError> about) {
        if (!about.isEmpty() && first.size() < MAX_REJECTS) {
            first.add(new RejectedRow(row.line(), row.values(), about));
        }
    }

    /** Counts the rows whose client another row would get. It is known when all rows have been read. */
    private void countLate() {
        String column = mapping.column(RowField.ORGANISATION);
        introductions.decide();
        countLate(column, introductions.lines(), EARLIER_IN_FILE);
        countLate(column, introductions.repeatedLines(), AGAIN_IN_FILE);
    }

    private void countLate(String column, List<Long> lines, String reason) {
        for (long line : lines) {
            Claiming late = Objects.requireNonNull(claiming.get(line));
            warned += late.isWarned() ? 0 : 1;
            addTo(warnings, late.row(), List.of(new FieldError(column, reason)));
            columns.stream()
                    .filter(tally -> tally.isNamed(column))
                    .forEach(tally -> tally.problem(line, late.organisation(), reason));
        }
    }

    /** An import takes only the first row with an id. */
    private Mapped unlessRepeated(CsvFile.Row row, Mapped mapped) {
        boolean isReadable = mapping.faults(row.values()).isEmpty();
        String id = isReadable ? mapping.id(row.values()) : "";
        Long first = id.isEmpty() ? null : firstLines.putIfAbsent(id, row.line());
        if (first == null) {
            return mapped;
        }
        List<FieldError> errors = new ArrayList<>(mapped.errors());
        errors.add(mapping.repeated(first));
        return new Mapped(null, errors, List.of());
    }

    private void count(CsvFile.Row row, @Nullable Opportunity understood, List<FieldError> problems) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnTally column = columns.get(i);
            String text = row.values().get(i);
            column.value(text, meaning(column, row.values(), understood));
            String reasons = problems.stream()
                    .filter(problem -> column.isNamed(problem.field()))
                    .map(FieldError::message)
                    .distinct()
                    .collect(Collectors.joining("; "));
            if (!reasons.isEmpty()) {
                column.problem(row.line(), text, reasons);
            }
        }
    }

    /** What a row's value in a column means for the fields that take it; null if no field does, or if the row is rejected. */
    private @Nullable String meaning(ColumnTally column, List<String> values, @Nullable Opportunity row) {
        if (row == null) {
            return null;
        }
        String meaning = column.fields().stream()
                .flatMap(key -> RowField.of(key).stream())
                .filter(field -> column.isNamed(mapping.column(values, field)))
                .flatMap(field -> Stream.ofNullable(meaning(field, row)))
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining("; "));
        return meaning.isEmpty() ? null : meaning;
    }

    private static @Nullable Object meaning(RowField field, Opportunity row) {
        Money value = row.value();
        return switch (field) {
            case ID -> row.id();
            case PARTNER -> row.partnerId();
            case SERVICE -> row.service();
            case ORGANISATION -> row.client().organisation();
            case DOMAIN -> row.client().domain();
            case COUNTRY -> row.client().country();
            case INVOLVEMENT -> row.involvement();
            case STAGE -> row.stage();
            case SUBMITTED_ON -> row.submittedOn();
            case CLOSED_ON -> row.closedOn();
            case AMOUNT -> value;
            case CURRENCY -> value == null ? null : value.getCurrencyUnit();
            case LOSS_REASON -> row.lossReason();
        };
    }

    private List<KnownPartner> partnersCalled(String called) {
        return named.computeIfAbsent(
                called,
                name -> profile.partnerBy() == PartnerBy.NAME
                        ? partners.named(name)
                        : partners.find(name).stream().toList());
    }

    DryRun result(CsvDialect dialect, long rows) {
        compare();
        countLate();
        return new DryRun(
                profile.code(),
                dialect.encoding(),
                dialect.separator(),
                reading,
                null,
                rows,
                new DryRun.Tally(
                        count(Outcome.CREATED),
                        count(Outcome.CHANGED),
                        count(Outcome.UNCHANGED),
                        notCompared,
                        count(Outcome.REJECTED),
                        warned),
                columns.stream().map(ColumnTally::report).toList(),
                rejects,
                warnings,
                null,
                List.of());
    }

    private long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
