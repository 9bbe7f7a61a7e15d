package io.entente.referral.intake.profiles;

import io.entente.referral.intake.csv.CsvFile;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.AmountSurvey;
import io.entente.referral.intake.values.AmountText;
import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DateSurvey;
import java.util.List;

/**
 * Reads a whole file once before its rows are imported, to find out how the amounts and dates are meant that can be read in two
 * ways. It keeps counts only, so its memory doesn't depend on the file.
 */
public final class FileSurvey {

    private static final int REPORT_EVERY_ROWS = 1_000;

    private final ImportProfile profile;
    private final RowColumns columns;
    private final MoneyForm money;
    private final AmountSurvey amounts = new AmountSurvey();
    private final DateSurvey dates;

    private FileSurvey(ImportProfile profile, List<String> header) throws UnreadableFileException {
        this.profile = profile;
        this.columns = new RowColumns(profile, header);
        this.money = new MoneyForm(profile, new AmountReading(profile.decimalMark(), false));
        this.dates = new DateSurvey(
                new DateFormats(profile.dateFormats(), profile.rules().zone()));
    }

    /**
     * Surveys the rows of a file.
     *
     * @param named what the caller has said about the file; it precedes what the file shows
     * @param progress is called after each thousand rows
     * @throws UnreadableFileException if the header lacks a column, or if somebody has to say how the dates are meant
     */
    public static FileReading of(CsvFile file, ImportProfile profile, FileReading named, Runnable progress)
            throws UnreadableFileException {
        FileSurvey survey = new FileSurvey(profile, file.header());
        int rows = 0;
        for (CsvFile.Row row = file.next(); row != null; row = file.next()) {
            if (row.fault() == null && row.values().size() == survey.columns.width()) {
                survey.add(row.values());
            }
            if (++rows % REPORT_EVERY_ROWS == 0) {
                progress.run();
            }
        }
        return survey.result(named);
    }

    private void add(List<String> values) {
        dates.add(columns.value(values, RowField.SUBMITTED_ON));
        dates.add(columns.value(values, RowField.CLOSED_ON));
        String currency = columns.value(values, RowField.CURRENCY);
        AmountText.of(columns.value(values, RowField.AMOUNT))
                .ifPresent(amount -> amounts.add(amount, money.decimals(amount, currency)));
    }

    private FileReading result(FileReading named) throws UnreadableFileException {
        AmountReading amountReading = named.amounts() == null ? amounts.result(profile.decimalMark()) : named.amounts();
        DateReading dateReading = named.dates() == null ? dates.result().orElse(null) : named.dates();
        if (dateReading == null) {
            throw new UnreadableFileException(
                    ("The file doesn't show whether its dates begin with the day or with the month: %s can be both. "
                                    + "Send it again with dateOrder=DAY_FIRST or dateOrder=MONTH_FIRST.")
                            .formatted(dates.open()));
        }
        return new FileReading(amountReading, dateReading);
    }
}
