package io.entente.notification.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Gives tests the names of all templates and the languages of their texts. */
public final class AllTemplates {

    private static final String PREFIX = "messages_";
    private static final String SUFFIX = ".properties";
    private static final List<String> LANGUAGES = translated();

    private AllTemplates() {}

    public static Set<String> names() {
        return Layouts.names();
    }

    /** The languages into which the texts were translated, by the names of their files. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    public static Language language(String locale) {
        return Language.of(locale, Set.copyOf(LANGUAGES));
    }

    private static List<String> translated() {
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(Bundle.class.getResource(PREFIX + Language.REFERENCE + SUFFIX))
                                .toURI())
                        .getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
