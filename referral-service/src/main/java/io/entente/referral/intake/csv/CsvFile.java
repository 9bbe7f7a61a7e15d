package io.entente.referral.intake.csv;

import io.entente.referral.intake.csv.LineReader.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row in constant memory (RFC 4180, with or without a byte order mark, with any separator). A row that
 * can't be read has a fault, and reading goes on with the next line, so a bad quotation mark costs one row.
 */
public final class CsvFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String NUL = "\0";
    private static final int LEAST_TELLING_COLUMNS = 3;

    private static final int NO_BREAK_SPACE = 0xA0;

    private final LineReader lines;
    private final char separator;
    private final int maxRowCharacters;
    private List<String> header = List.of();
    private final TextEncoding encoding;

    /**
     * One row of the file.
     *
     * @param line the line on which it begins, from 1
     * @param values if the row has a fault, its values as they were most likely meant
     * @param fault why the row can't be read; null if it can
     */
    public record Row(long line, List<String> values, @Nullable String fault) {

        public Row(long line, List<String> values) {
            this(line, values, null);
        }
    }

    private CsvFile(LineReader lines, CsvDialect dialect, int maxRowCharacters, int maxColumns)
            throws UnreadableFileException {
        this.lines = lines;
        this.separator = dialect.separator().character();
        this.maxRowCharacters = maxRowCharacters;
        this.encoding = dialect.encoding();
        Row first = next();
        if (first != null
                && first.fault() == null
                && Separator.isNaming(String.join(String.valueOf(separator), first.values()))) {
            first = next();
        }
        if (first == null) {
            throw new UnreadableFileException("The file is empty.");
        }
        if (first.fault() != null) {
            throw new UnreadableFileException(
                    "The header on line %d can't be read: it %s.".formatted(first.line(), first.fault()));
        }
        this.header = first.values();
        if (header.size() > maxColumns) {
            throw new UnreadableFileException("The header has more than %d columns.".formatted(maxColumns));
        }
    }

    /** Reads a file's header. */
    public static CsvFile open(InputStream content, CsvDialect dialect, int maxRowCharacters, int maxColumns)
            throws UnreadableFileException {
        PushbackReader text = new PushbackReader(dialect.reader(content));
        try {
            skipByteOrderMark(text);
            return new CsvFile(new LineReader(text, maxRowCharacters), dialect, maxRowCharacters, maxColumns);
        } catch (IOException e) {
            throw new UnreadableFileException("The file could not be read: " + e.getMessage());
        }
    }

    public List<String> header() {
        return header;
    }

    /** The next row, or null after the last. */
    public @Nullable Row next() throws UnreadableFileException {
        long line = 0;
        try {
            for (Line first = lines.take(); first != null; first = lines.take()) {
                line = first.number();
                if (!isEmpty(first.text())) {
                    return row(first);
                }
            }
            return null;
        } catch (CharacterCodingException other) {
            throw new UnreadableFileException(
                    "The file is not in %s; the error is somewhere after line %d.".formatted(encoding.label(), line));
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "The file could not be read after line %d: %s".formatted(line, e.getMessage()));
        }
    }

    /** Spreadsheets write the cells of an empty line, so it has separators only. */
    private boolean isEmpty(String text) {
        return text.chars()
                .allMatch(character ->
                        character == separator || Character.isWhitespace(character) || character == NO_BREAK_SPACE);
    }

    private Row row(Line first) throws IOException {
        if (first.isCut()) {
            return faulty(first, tooLong());
        }
        RowText text = new RowText(separator);
        RowText.State state = text.add(first.text());
        int length = first.text().length();
        int taken = 0;
        Line last = first;
        while (state == RowText.State.OPEN) {
            Line next = lines.peek(taken);
            length += last.end().length() + (next == null ? 0 : next.text().length());
            if (next == null || next.isCut() || length > maxRowCharacters) {
                return faulty(
                        first,
                        next == null
                                ? "has a quotation mark that is never closed"
                                : tooLong() + "; perhaps a quotation mark is not closed");
            }
            text.addBreak(last.end());
            state = text.add(next.text());
            last = next;
            taken++;
        }
        if (state == RowText.State.FAULTY) {
            return faulty(
                    first,
                    taken == 0
                            ? "has text after a closing quotation mark; write a quotation mark within a value twice"
                            : "has a quotation mark that is not closed");
        }
        if (hasSwallowedRow(text.values(), taken)) {
            return faulty(first, "has a quotation mark that is not closed");
        }
        lines.skip(taken);
        return complete(first, text.values());
    }

    /**
     * Whether a row over several lines contains a line that is a row of its own, because a quotation mark is missing. In its last
     * line, and in a file with few columns, text with separators can look like a row, so there the number of values has to be wrong
     * as well.
     */
    private boolean hasSwallowedRow(List<String> values, int taken) throws IOException {
        boolean isWrong = values.size() != header.size();
        if (header.isEmpty() || (!isWrong && header.size() < LEAST_TELLING_COLUMNS)) {
            return false;
        }
        int last = isWrong ? taken : taken - 1;
        for (int i = 0; i < last; i++) {
            Line line = lines.peek(i);
            RowText alone = new RowText(separator);
            if (line != null
                    && alone.add(line.text()) == RowText.State.COMPLETE
                    && alone.values().size() == header.size()) {
                return true;
            }
        }
        return false;
    }

    private static Row complete(Line first, List<String> values) {
        return values.stream().anyMatch(value -> value.contains(NUL))
                ? new Row(first.number(), withoutNul(values), "contains a NUL character, which is not text")
                : new Row(first.number(), values);
    }

    private Row faulty(Line first, String fault) {
        return new Row(first.number(), withoutNul(RowText.guess(first.text(), separator)), fault);
    }

    private static List<String> withoutNul(List<String> values) {
        return values.stream().map(value -> value.replace(NUL, "")).toList();
    }

    private String tooLong() {
        return "has more than %d characters".formatted(maxRowCharacters);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static void skipByteOrderMark(PushbackReader text) throws IOException {
        int first = text.read();
        if (first != BYTE_ORDER_MARK && first >= 0) {
            text.unread(first);
        }
    }
}
