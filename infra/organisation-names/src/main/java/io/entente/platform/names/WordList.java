package io.entente.platform.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a list of words from the class path: one word per line; {@code #} begins a comment. */
public final class WordList {

    private WordList() {}

    /** @param resource such as {@code /organisation-names/legal-forms.txt} */
    public static List<String> read(String resource) {
        try (InputStream file = WordList.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("Not found on the class path: " + resource);
            }
            return new BufferedReader(new InputStreamReader(file, UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
