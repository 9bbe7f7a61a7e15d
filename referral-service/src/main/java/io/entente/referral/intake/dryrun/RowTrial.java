package io.entente.referral.intake.dryrun;

import io.entente.platform.domain.FieldError;
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
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Maps rows, and counts by column what is understood. */
final class RowTrial {

    private static final int MAX_REJECTS = 10;
    private static final String WHOLE_ROW = "row";

    private final ImportProfile profile;
    private final FileReading reading;
    private final OpportunityMapping mapping;
    private final KnownPartners partners;
    private final LocalDate latest;
    private final List<ColumnTally> columns;
    private final List<RejectedRow> rejects = new ArrayList<>();
    private final Map<String, List<KnownPartner>> named = new HashMap<>();
    private final Map<String, Long> firstLines = new HashMap<>();
    private long understood;
    private long rejected;
    private long warned;

    RowTrial(ImportProfile profile, List<String> header, FileReading reading, KnownPartners partners, LocalDate latest)
            throws UnreadableFileException {
        this.profile = profile;
        this.reading = reading;
        this.mapping = new OpportunityMapping(profile, header, reading);
        this.partners = partners;
        this.latest = latest;
        this.columns = header.stream().map(this::tally).toList();
    }

    private ColumnTally tally(String column) {
        List<String> fields = Stream.of(RowField.values())
                .filter(field -> mapping.columns(field).contains(column.strip()))
                .map(RowField::key)
                .toList();
        return new ColumnTally(column, fields);
    }

    void add(CsvFile.Row row) {
        String fault = row.fault();
        Mapped mapped = fault == null
                ? unlessRepeated(row, mapping.map(row.values(), this::partnersCalled, latest))
                : new Mapped(null, List.of(new FieldError(WHOLE_ROW, fault)), List.of());
        if (mapped.opportunity() == null) {
            rejected++;
            if (rejects.size() < MAX_REJECTS) {
                rejects.add(new RejectedRow(row.line(), row.values(), mapped.errors()));
            }
        } else {
            understood++;
            warned += mapped.warnings().isEmpty() ? 0 : 1;
        }
        if (fault == null && row.values().size() == columns.size()) {
            count(row, mapped);
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

    private void count(CsvFile.Row row, Mapped mapped) {
        List<FieldError> problems = new ArrayList<>(mapped.errors());
        problems.addAll(mapped.warnings());
        for (int i = 0; i < columns.size(); i++) {
            ColumnTally column = columns.get(i);
            String text = row.values().get(i);
            column.value(text, meaning(column, row.values(), mapped.opportunity()));
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
        return new DryRun(
                profile.code(),
                dialect.encoding(),
                dialect.separator(),
                reading,
                null,
                rows,
                understood,
                rejected,
                warned,
                columns.stream().map(ColumnTally::report).toList(),
                rejects,
                null,
                List.of());
    }
}
