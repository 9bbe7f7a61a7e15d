package io.entente.referral.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180, UTF-8 with or without byte order mark), read row by row in constant memory. */
final class CsvFile implements AutoCloseable {

    /** A row with more is no row: a quote that is never closed would make the rest of the file one. */
    static final int MAX_ROW_CHARACTERS = 64 * 1024;

    private static final int MAX_COLUMNS = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    /**
     * One row of the file.
     *
     * @param line on which it begins, from 1
     */
    record Row(long line, List<String> values) {}

    private CsvFile(BoundedReader reader, CSVParser parser) throws UnreadableFileException {
        this.reader = reader;
        this.parser = parser;
        this.records = parser.iterator();
        Row first = next();
        if (first == null) {
            throw new UnreadableFileException("The file is empty.");
        }
        this.header = first.values();
        if (header.size() > MAX_COLUMNS) {
            throw new UnreadableFileException("The header has more than %d columns.".formatted(MAX_COLUMNS));
        }
    }

    /** Reads a file's header. */
    static CsvFile open(InputStream content) throws UnreadableFileException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                content,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            skipByteOrderMark(text);
            BoundedReader reader = new BoundedReader(text);
            return new CsvFile(
                    reader,
                    CSVParser.builder()
                            .setReader(reader)
                            .setFormat(CSVFormat.DEFAULT)
                            .get());
        } catch (IOException e) {
            throw new UnreadableFileException("The file is not readable: " + e.getMessage());
        }
    }

    List<String> header() {
        return header;
    }

    /** The next row, or null after the last. */
    @Nullable
    Row next() throws UnreadableFileException {
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
                            ? "The file is not UTF-8 text, somewhere after line %d.".formatted(line - 1)
                            : "The file is not readable as CSV from line %d on: %s"
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

    /** As the parser counts them: CR, LF, or both together. */
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

    /** Fails where a row doesn't end within its bound. */
    private static final class BoundedReader extends FilterReader {

        /** The parser reads ahead, so a row's share of what was read may be this much less. */
        private static final int READ_AHEAD_CHARACTERS = 16 * 1024;

        private long left;

        BoundedReader(Reader in) {
            super(in);
        }

        void startRow() {
            left = MAX_ROW_CHARACTERS + READ_AHEAD_CHARACTERS;
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
                throw new IOException(
                        "a row has more than %d characters; is a quote not closed?".formatted(MAX_ROW_CHARACTERS));
            }
            return result;
        }
    }
}
