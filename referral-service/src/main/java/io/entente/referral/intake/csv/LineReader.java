package io.entente.referral.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text line by line in constant memory. A line ends with CR, LF or both. Lines can be looked at before they are taken, so
 * that reading can go on at any of them.
 */
final class LineReader implements AutoCloseable {

    private static final int BUFFER_CHARACTERS = 16 * 1024;
    private static final int END = -1;

    private final Reader in;
    private final int maxCharacters;
    private final char[] buffer = new char[BUFFER_CHARACTERS];
    private int position;
    private int filled;
    private long nextNumber = 1;

    /** The lines that have been looked at; {@code first} is the index of the first that has not been taken. */
    private final List<Line> ahead = new ArrayList<>();

    private int first;

    /** @param maxCharacters what is beyond that in a line is dropped, and the line is marked */
    LineReader(Reader in, int maxCharacters) {
        this.in = in;
        this.maxCharacters = maxCharacters;
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param end the line break; empty at the end of the text
     * @param isCut true if the line was too long
     */
    record Line(long number, String text, String end, boolean isCut) {}

    /** Takes the next line; null after the last. */
    @Nullable
    Line take() throws IOException {
        Line next = peek(0);
        if (next != null) {
            skip(1);
        }
        return next;
    }

    /** Looks at a line; 0 is the next one. */
    @Nullable
    Line peek(int offset) throws IOException {
        while (ahead.size() - first <= offset) {
            Line read = read();
            if (read == null) {
                return null;
            }
            ahead.add(read);
        }
        return ahead.get(first + offset);
    }

    /** Takes lines that have been looked at. */
    void skip(int count) {
        first += count;
        if (first * 2 >= ahead.size()) {
            ahead.subList(0, first).clear();
            first = 0;
        }
    }

    private @Nullable Line read() throws IOException {
        int next = character();
        if (next == END) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean isCut = false;
        while (next != END && next != '\n' && next != '\r') {
            if (text.length() < maxCharacters) {
                text.append((char) next);
            } else {
                isCut = true;
            }
            next = character();
        }
        if (isCut && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        return new Line(nextNumber++, text.toString(), lineBreak(next), isCut);
    }

    private String lineBreak(int last) throws IOException {
        if (last == '\r') {
            if (fill() && buffer[position] == '\n') {
                position++;
                return "\r\n";
            }
            return "\r";
        }
        return last == '\n' ? "\n" : "";
    }

    private int character() throws IOException {
        return fill() ? buffer[position++] : END;
    }

    private boolean fill() throws IOException {
        while (position == filled) {
            position = 0;
            filled = 0;
            int read = in.read(buffer, 0, buffer.length);
            if (read == END) {
                return false;
            }
            filled = read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
