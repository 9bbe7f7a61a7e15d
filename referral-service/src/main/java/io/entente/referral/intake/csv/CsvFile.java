package io.entente.referral.intake.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file row by row in constant memory (RFC 4180, with or without a byte order mark, with any separator). */
public final class CsvFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final TextEncoding encoding;

    /**
     * One row of the file.
     *
     * @param line the line on which it begins, from 1
     */
    public record Row(long line, List<String> values) {}

    private CsvFile(BoundedReader reader, CSVParser parser, TextEncoding encoding, int maxColumns)
            throws UnreadableFileException {
        this.reader = reader;
        this.parser = parser;
        this.encoding = encoding;
        this.records = parser.iterator();
        Row first = next();
        if (first == null) {
            throw new UnreadableFileException("The file is empty.");
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
            BoundedReader reader = new BoundedReader(text, maxRowCharacters);
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(dialect.separator().character())
                    .get();
            CSVParser parser =
                    CSVParser.builder().setReader(reader).setFormat(format).get();
            return new CsvFile(reader, parser, dialect.encoding(), maxColumns);
        } catch (IOException e) {
            throw new UnreadableFileException("The file could not be read: " + e.getMessage());
        }
    }

    public List<String> header() {
        return header;
    }

    /** The next row, or null after the last. */
    public @Nullable Row next() throws UnreadableFileException {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            reader.startRow();
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord row = records.next();
            List<String> values = row.toList();
            return new Row(
                    parser.getCurrentLineNumber()
                            - values.stream().mapToLong(CsvFile::lineBreaks).sum(),
                    values);
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw new UnreadableFileException(
                    cause instanceof CharacterCodingException
                            ? "The file is not in %s; the error is somewhere after line %d."
                                    .formatted(encoding == TextEncoding.UTF_8 ? "UTF-8" : "Windows-1252", line - 1)
                            : "The file is not valid CSV from line %d on: %s"
                                    .formatted(line, cause == null ? e.getMessage() : cause.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static void skipByteOrderMark(PushbackReader text) throws IOException {
        int first = text.read();
        if (first != BYTE_ORDER_MARK && first >= 0) {
            text.unread(first);
        }
    }

    /** Counts lines as the parser does: CR, LF, or both together. */
    private static long lineBreaks(String value) {
        long breaks = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || (c == '\n' && (i == 0 || value.charAt(i - 1) != '\r'))) {
                breaks++;
            }
        }
        return breaks;
    }

    /** Fails if a row doesn't end within its bound. */
    private static final class BoundedReader extends FilterReader {

        /** The parser reads ahead, so the row can be shorter than the text read by this amount. */
        private static final int READ_AHEAD_CHARACTERS = 16 * 1024;

        private final int maxRowCharacters;
        private long left;

        BoundedReader(Reader in, int maxRowCharacters) {
            super(in);
            this.maxRowCharacters = maxRowCharacters;
        }

        void startRow() {
            left = (long) maxRowCharacters + READ_AHEAD_CHARACTERS;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("A row has more than %d characters. Perhaps a quotation mark is not closed."
                        .formatted(maxRowCharacters));
            }
            return result;
        }
    }
}
