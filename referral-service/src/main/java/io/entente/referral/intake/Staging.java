package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.Import.Tally;
import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.CsvFile;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.FileSurvey;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.OpportunityMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Stages the file of an import: it reads all rows and stores them, so that a file that turns out to be unreadable imports nothing. */
final class Staging {

    private final Intake intake;
    private final Import current;
    private final ImportProfile profile;
    private final Runnable keepLease;
    private final Consumer<Import> progress;

    /**
     * @param keepLease is run now and then, because a large file takes longer than a lease lasts
     * @param progress takes the import with the number of rows that were staged so far
     */
    Staging(Intake intake, Import current, ImportProfile profile, Runnable keepLease, Consumer<Import> progress) {
        this.intake = intake;
        this.current = current;
        this.profile = profile;
        this.keepLease = keepLease;
        this.progress = progress;
    }

    /** Reads the file from the beginning. Rows that an earlier attempt has staged are deleted first. */
    Import stage() {
        intake.rows().clear(current.id());
        try {
            CsvDialect dialect = CsvDialect.of(
                    current.encoding() == null ? profile.encoding() : current.encoding(),
                    profile.separator(),
                    this::content,
                    intake.settings().maxRowCharacters());
            FileReading reading;
            try (CsvFile file = open(dialect)) {
                reading = FileSurvey.of(file, profile, current.reading(), keepLease);
            }
            try (CsvFile file = open(dialect)) {
                return current.staged(dialect, reading, file.header(), stage(file, reading));
            }
        } catch (UnreadableFileException unreadable) {
            return current.with(Tally.NONE).clearing(unreadable.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvFile open(CsvDialect dialect) throws UnreadableFileException {
        return CsvFile.open(
                content(),
                dialect,
                intake.settings().maxRowCharacters(),
                intake.settings().maxColumns());
    }

    private InputStream content() {
        return intake.files().open(current.fileId());
    }

    /** Returns the number of rows. */
    private long stage(CsvFile file, FileReading reading) throws UnreadableFileException {
        OpportunityMapping mapping = new OpportunityMapping(profile, file.header(), reading);
        long read = 0;
        List<CsvFile.Row> page = new ArrayList<>(intake.settings().pageRows());
        for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
            page.add(row);
            read++;
            if (read > intake.settings().maxRows()) {
                throw new UnreadableFileException("The file has more than %d rows; split it into smaller files."
                        .formatted(intake.settings().maxRows()));
            }
            if (page.size() == intake.settings().pageRows()) {
                stage(mapping, page);
                page.clear();
                progress.accept(current.with(Tally.NONE.withRows(read)));
            }
        }
        stage(mapping, page);
        return read;
    }

    private void stage(OpportunityMapping mapping, List<CsvFile.Row> page) {
        Map<String, Long> firstLines = new LinkedHashMap<>();
        for (CsvFile.Row row : page) {
            String id = id(mapping, row);
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
        List<FieldError> faults = new ArrayList<>();
        if (row.fault() != null) {
            faults.add(new FieldError(StagedRow.WHOLE_ROW, row.fault()));
        } else {
            faults.addAll(mapping.faults(row.values()));
        }
        long first = firstLines.getOrDefault(id(mapping, row), row.line());
        if (first != row.line()) {
            faults.add(mapping.repeated(first));
        }
        return StagedRow.at(mapping.orderedBy(row.values()), row.line(), row.values(), faults);
    }

    /** The row's identifier; empty if it has none, or if it isn't sure that the value belongs to that column. */
    private static String id(OpportunityMapping mapping, CsvFile.Row row) {
        return row.fault() == null && mapping.faults(row.values()).isEmpty() ? mapping.id(row.values()) : "";
    }
}
