package io.entente.referral.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.Supplier;

/**
 * The encoding and separator of one file.
 *
 * @param encoding UTF-8 or Windows-1252, never AUTO
 * @param separator never AUTO
 */
public record CsvDialect(TextEncoding encoding, Separator separator) {

    private static final int BUFFER_CHARACTERS = 8 * 1024;
    private static final List<Separator> CANDIDATES =
            List.of(Separator.COMMA, Separator.SEMICOLON, Separator.TAB, Separator.PIPE);

    /**
     * Finds out what a profile leaves open. If that is the encoding, the whole file is read once.
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
        TextEncoding encoding = declaredEncoding == TextEncoding.AUTO ? encodingOf(file) : declaredEncoding;
        Separator separator = declaredSeparator == Separator.AUTO
                ? separatorOf(file, encoding, maxHeaderCharacters)
                : declaredSeparator;
        return new CsvDialect(encoding, separator);
    }

    /** Decodes the text, and fails if it is invalid in this encoding. */
    Reader reader(InputStream content) {
        return reader(content, encoding);
    }

    private static Reader reader(InputStream content, TextEncoding encoding) {
        Charset charset = encoding == TextEncoding.WINDOWS_1252 ? Charset.forName("windows-1252") : UTF_8;
        return new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Text in Windows-1252 with a letter beyond ASCII is hardly ever valid UTF-8. */
    private static TextEncoding encodingOf(Supplier<InputStream> file) throws UnreadableFileException, IOException {
        try (InputStream content = file.get()) {
            int first = content.read();
            int second = content.read();
            if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
                throw new UnreadableFileException("The file is in UTF-16. Save it as CSV in UTF-8.");
            }
        }
        try (Reader text = reader(file.get(), TextEncoding.UTF_8)) {
            char[] buffer = new char[BUFFER_CHARACTERS];
            int read = 0;
            while (read >= 0) {
                read = text.read(buffer);
            }
            return TextEncoding.UTF_8;
        } catch (CharacterCodingException other) {
            return TextEncoding.WINDOWS_1252;
        }
    }

    /** Counts the separators in the header, outside of quotes; a comma if there is none. */
    private static Separator separatorOf(Supplier<InputStream> file, TextEncoding encoding, int maxCharacters)
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
