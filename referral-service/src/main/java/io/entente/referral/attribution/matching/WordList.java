package io.entente.referral.attribution.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a list of words that is stored beside the code: one word per line; {@code #} begins a comment. */
final class WordList {

    private WordList() {}

    static List<String> read(String resource) {
        try (InputStream file = WordList.class.getResourceAsStream("/attribution/" + resource)) {
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
