package io.entente.partner.programcosts.web;

import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.EnterCosts.NewCost;
import io.entente.partner.programcosts.ProgramCost;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.Money;

/**
 * A file with costs. Its rows have ids that are made of what they say, so the same file can be sent again.
 *
 * @param costs of the rows, in their order
 * @param ids of the rows
 */
record CostFile(List<NewCost> costs, List<String> ids) {

    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_ROWS = 1_000;

    private static final int MAX_NOTE = 500;
    private static final int MAX_ERRORS = 100;
    private static final String NOTE = "note";
    private static final List<String> COLUMNS = List.of("day", "category", "amount", "currency", NOTE);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** Reads a file, or refuses it with what is wrong in each line. */
    static CostFile read(String text) {
        Reading reading = new Reading();
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw InvalidInputException.malformed(
                        List.of(new FieldError("file", "must begin with the line " + String.join(",", COLUMNS))));
            }
            parser.forEach(reading::add);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw InvalidInputException.malformed(List.of(new FieldError("file", "must be a CSV file (RFC 4180)")));
        }
        return reading.finish();
    }

    /** Reads one row after another. */
    private static final class Reading {

        private final List<NewCost> costs = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final List<FieldError> errors = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        void add(CSVRecord row) {
            if (costs.size() + errors.size() > MAX_ROWS) {
                return;
            }
            String line = "line " + (row.getRecordNumber() + 1);
            if (row.size() != COLUMNS.size()) {
                errors.add(new FieldError(line, "must have %d cells".formatted(COLUMNS.size())));
                return;
            }
            Optional<LocalDate> day = day(row.get("day"));
            Optional<CostCategory> category = category(row.get("category"));
            Optional<Money> amount = amount(row.get("amount"), row.get("currency"));
            String note = row.get(NOTE);
            check(day.isPresent(), line + " day", "must be a day such as 2026-03-31");
            check(category.isPresent(), line + " category", "must be one of " + Arrays.toString(CostCategory.values()));
            check(amount.isPresent(), line + " amount", "must be an amount above zero with a currency such as USD");
            check(note.length() <= MAX_NOTE, line + " " + NOTE, "must have at most %d characters".formatted(MAX_NOTE));
            if (day.isPresent() && category.isPresent() && amount.isPresent()) {
                costs.add(new NewCost(category.get(), day.get(), amount.get(), note.isBlank() ? null : note));
                String content = String.join("|", day.get() + "", category.get() + "", amount.get() + "", note);
                int number = seen.merge(content, 1, Integer::sum);
                ids.add(DerivedId.of(ProgramCost.PREFIX, "program-cost-rows", content + "|" + number));
            }
        }

        private void check(boolean isRight, String field, String message) {
            if (!isRight) {
                errors.add(new FieldError(field, message));
            }
        }

        CostFile finish() {
            if (costs.size() > MAX_ROWS) {
                throw InvalidInputException.malformed(
                        List.of(new FieldError("file", "must have at most %d rows".formatted(MAX_ROWS))));
            }
            if (!errors.isEmpty()) {
                throw InvalidInputException.unprocessable(
                        errors.stream().limit(MAX_ERRORS).toArray(FieldError[]::new));
            }
            return new CostFile(List.copyOf(costs), List.copyOf(ids));
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() < 3000);
            } catch (DateTimeException noDay) {
                return Optional.empty();
            }
        }

        private static Optional<CostCategory> category(String text) {
            return Arrays.stream(CostCategory.values())
                    .filter(category -> category.name().equalsIgnoreCase(text))
                    .findFirst();
        }

        private static Optional<Money> amount(String amount, String currency) {
            try {
                return Optional.of(new MoneyJson(amount, currency).toMoney())
                        .filter(money -> money.isPositive() && MoneyJson.canBeEntered(money));
            } catch (IllegalArgumentException noMoney) {
                return Optional.empty();
            }
        }
    }
}
