package io.entente.commission.partners.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads a list of words, one a line, from the resources. Lines that begin with {@code #} are comments. */
final class WordList {

    private WordList() {}

    static List<String> read(String name) {
        InputStream found = WordList.class.getResourceAsStream("/partners/" + name);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(found, name), UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
