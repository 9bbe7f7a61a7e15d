package io.entente.referral.intake.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.Supplier;

/**
 * The encoding and separator of one file.
 *
 * @param encoding never AUTO
 * @param separator never AUTO
 */
public record CsvDialect(TextEncoding encoding, Separator separator) {

    /** Longer than <code>"sep=;"</code> with a byte order mark. */
    private static final int MAX_NAMING_CHARACTERS = 10;

    private static final List<Separator> CANDIDATES =
            List.of(Separator.COMMA, Separator.SEMICOLON, Separator.TAB, Separator.PIPE);

    /**
     * Finds out what a profile leaves open. For the encoding, the whole file is read. A separator that the file names in its first line
     * precedes the one that is declared.
     *
     * @param declaredEncoding may be AUTO
     * @param declaredSeparator may be AUTO
     */
    public static CsvDialect of(
            TextEncoding declaredEncoding,
            Separator declaredSeparator,
            Supplier<InputStream> file,
            int maxHeaderCharacters)
            throws UnreadableFileException, IOException {
        TextEncoding encoding = EncodingDetection.of(declaredEncoding, file);
        Separator separator = named(file, encoding);
        if (separator == Separator.AUTO) {
            separator = declaredSeparator == Separator.AUTO
                    ? mostFrequent(file, encoding, maxHeaderCharacters)
                    : declaredSeparator;
        }
        return new CsvDialect(encoding, separator);
    }

    /** Decodes the text. In UTF-8, a stray byte becomes U+FFFD; in another encoding, it is an error. */
    Reader reader(InputStream content) {
        return reader(content, encoding);
    }

    private static Reader reader(InputStream content, TextEncoding encoding) {
        CodingErrorAction onError =
                encoding == TextEncoding.UTF_8 ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        return new InputStreamReader(
                content,
                encoding.charset().newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError));
    }

    /** The separator that the file itself names in a line before the header; AUTO if it doesn't. */
    private static Separator named(Supplier<InputStream> file, TextEncoding encoding) throws IOException {
        try (BufferedReader text = new BufferedReader(reader(file.get(), encoding))) {
            return Separator.named(start(text));
        } catch (CharacterCodingException undecodable) {
            return Separator.AUTO;
        }
    }

    /** The first line, cut to a little more than a line that names a separator has. */
    private static String start(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next >= 0 && line.length() < MAX_NAMING_CHARACTERS; next = text.read()) {
            if (next == '\n' || next == '\r') {
                break;
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Counts the separators in the header, outside of quotes; a comma if there is none. */
    private static Separator mostFrequent(Supplier<InputStream> file, TextEncoding encoding, int maxCharacters)
            throws IOException {
        int[] counts = new int[CANDIDATES.size()];
        try (Reader text = reader(file.get(), encoding)) {
            boolean quoted = false;
            boolean begun = false;
            for (int i = 0; i < maxCharacters; i++) {
                int next = text.read();
                if (next < 0 || (begun && !quoted && (next == '\n' || next == '\r'))) {
                    break;
                }
                begun |= next != '\n' && next != '\r';
                quoted ^= next == '"';
                for (int c = 0; c < counts.length && !quoted; c++) {
                    counts[c] += CANDIDATES.get(c).character() == next ? 1 : 0;
                }
            }
        } catch (CharacterCodingException undecodable) {
            return Separator.COMMA;
        }
        int most = 0;
        for (int c = 1; c < counts.length; c++) {
            most = counts[c] > counts[most] ? c : most;
        }
        return CANDIDATES.get(most);
    }
}
