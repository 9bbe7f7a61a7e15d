package io.entente.referral.intake.dryrun;

import io.entente.platform.domain.PageRequest;
import io.entente.referral.intake.IntakeSettings;
import io.entente.referral.intake.RowForecasts;
import io.entente.referral.intake.StartImportHandler.Wanted;
import io.entente.referral.intake.csv.CsvDialect;
import io.entente.referral.intake.csv.CsvFile;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.dryrun.ProfileProposal.Proposed;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.profiles.FileSurvey;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.intake.profiles.OpportunityMapping;
import io.entente.referral.partners.KnownPartners;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a file as an import would, and compares it with what is stored, but stores nothing. */
public final class DryRunner {

    /** The rows from which a profile is proposed. */
    private static final int SAMPLE_ROWS = 500;

    private final ImportProfiles profiles;
    private final KnownPartners partners;
    private final RowForecasts forecasts;
    private final IntakeSettings settings;
    private final Clock clock;

    public DryRunner(
            ImportProfiles profiles,
            KnownPartners partners,
            RowForecasts forecasts,
            IntakeSettings settings,
            Clock clock) {
        this.profiles = profiles;
        this.partners = partners;
        this.forecasts = forecasts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tries an import. With a profile whose columns the file has, the rejects are those of the import.
     *
     * @param wanted its profile may be unknown or empty, or the file may lack its columns; then one is proposed
     * @param fileName gives a proposed profile its code
     * @param file opens the file; it is read several times
     */
    public DryRun run(Wanted wanted, String fileName, Supplier<InputStream> file) throws IOException {
        Optional<ImportProfile> profile = profiles.latest(wanted.profile());
        CsvDialect dialect;
        try {
            dialect = dialect(wanted, profile.orElse(null), file);
        } catch (UnreadableFileException unreadable) {
            return DryRun.unreadable(profile.map(ImportProfile::code).orElse(null), unreadable.getMessage());
        }
        if (profile.isEmpty()) {
            String reason = wanted.profile().isEmpty()
                    ? "No profile is named; one for this file is proposed."
                    : "There is no profile %s; a profile for this file is proposed.".formatted(wanted.profile());
            return proposed(DryRun.unreadable(null, reason), wanted, dialect, fileName, file);
        }
        try {
            FileReading reading = reading(profile.get(), wanted, dialect, file);
            return tried(profile.get(), reading, dialect, file);
        } catch (UnreadableFileException unreadable) {
            DryRun failed = DryRun.unreadable(profile.get().code(), unreadable.getMessage());
            return fits(profile.get(), wanted, dialect, file)
                    ? failed
                    : proposed(failed, wanted, dialect, fileName, file);
        }
    }

    /** Whether the file has the columns of a profile. */
    private boolean fits(ImportProfile profile, Wanted wanted, CsvDialect dialect, Supplier<InputStream> file)
            throws IOException {
        try (CsvFile csv = open(dialect, file)) {
            OpportunityMapping unused = new OpportunityMapping(profile, csv.header(), wanted.reading());
            return true;
        } catch (UnreadableFileException missing) {
            return false;
        }
    }

    private CsvDialect dialect(Wanted wanted, @Nullable ImportProfile profile, Supplier<InputStream> file)
            throws UnreadableFileException, IOException {
        TextEncoding encoding = wanted.encoding();
        if (encoding == null) {
            encoding = profile == null ? TextEncoding.AUTO : profile.encoding();
        }
        Separator separator = profile == null ? Separator.AUTO : profile.separator();
        return CsvDialect.of(encoding, separator, file, settings.maxRowCharacters());
    }

    private CsvFile open(CsvDialect dialect, Supplier<InputStream> file) throws UnreadableFileException {
        return CsvFile.open(file.get(), dialect, settings.maxRowCharacters(), settings.maxColumns());
    }

    private FileReading reading(ImportProfile profile, Wanted wanted, CsvDialect dialect, Supplier<InputStream> file)
            throws UnreadableFileException, IOException {
        try (CsvFile csv = open(dialect, file)) {
            return FileSurvey.of(csv, profile, wanted.reading(), () -> {});
        }
    }

    private DryRun tried(ImportProfile profile, FileReading reading, CsvDialect dialect, Supplier<InputStream> file)
            throws UnreadableFileException, IOException {
        try (CsvFile csv = open(dialect, file)) {
            RowTrial trial = new RowTrial(profile, csv.header(), reading, partners, forecasts, clock);
            long rows = 0;
            for (CsvFile.Row row = csv.next(); row != null && rows < settings.maxRows(); row = csv.next()) {
                trial.add(row);
                rows++;
            }
            return trial.result(dialect, rows);
        }
    }

    /** Proposes a profile and tries the file with it, so that the answer shows what the proposal understands. */
    private DryRun proposed(
            DryRun failed, Wanted wanted, CsvDialect dialect, String fileName, Supplier<InputStream> file)
            throws IOException {
        Proposed proposed;
        try {
            proposed = proposal(dialect, fileName, file);
        } catch (UnreadableFileException unreadable) {
            return failed;
        }
        DryRun tried;
        try {
            tried = triedProposal(proposed.profile(), wanted, dialect, file);
        } catch (UnreadableFileException unreadable) {
            tried = failed.because(unreadable.getMessage());
        }
        return tried.insteadOf(failed, proposed.profile(), proposed.missing());
    }

    /** If the file leaves the order of day and month open, it is tried with the order that the proposal names first. */
    private DryRun triedProposal(ImportProfile proposal, Wanted wanted, CsvDialect dialect, Supplier<InputStream> file)
            throws UnreadableFileException, IOException {
        FileReading reading;
        try {
            reading = reading(proposal, wanted, dialect, file);
        } catch (UnreadableFileException open) {
            return tried(proposal, wanted.reading(), dialect, file).because(open.getMessage());
        }
        return tried(proposal, reading, dialect, file);
    }

    private Proposed proposal(CsvDialect dialect, String fileName, Supplier<InputStream> file)
            throws UnreadableFileException, IOException {
        try (CsvFile csv = open(dialect, file)) {
            List<List<String>> sample = new ArrayList<>();
            for (CsvFile.Row row = csv.next(); row != null && sample.size() < SAMPLE_ROWS; row = csv.next()) {
                if (row.fault() == null && row.values().size() == csv.header().size()) {
                    sample.add(row.values());
                }
            }
            List<ImportProfile> known =
                    profiles.list(new PageRequest(PageRequest.MAX_LIMIT, null)).items();
            return new ProfileProposal(csv.header(), sample, partners).propose(fileName, known);
        }
    }
}
