package io.entente.referral.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the pairs of names in {@code name-pairs.txt}, and that docs/matching-names.md shows them. To write the page, run with
 * {@code -Dmatching.page=update}.
 */
class NamePairsTest {

    private static final Matching MATCHING = Policies.FIRST.matching();
    private static final Path PAGE = Path.of("..", "docs", "matching-names.md");
    private static final String END_OF_TEXT = "<!-- generated below -->";

    /** @param language with the country of both clients */
    record Pair(String language, String country, String one, String other, boolean isConflict) {

        Likeness likeness() {
            return MATCHING.compare(client(one), client(other));
        }

        private ClientIdentity client(String name) {
            return ClientIdentity.of(name, null, country, Set.of());
        }
    }

    static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        String[] section = {};
        for (String line : WordLines.read("/attribution/name-pairs.txt")) {
            String[] parts = line.replaceFirst("^(##|=|!) ", "").split(" \\| ", -1);
            if (line.startsWith("## ")) {
                section = parts;
            } else if (!line.startsWith("#")) {
                pairs.add(new Pair(section[0], section[1], parts[0], parts[1], line.startsWith("= ")));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void names_meet_if_they_may_mean_one_client_and_only_then(Pair pair) {
        Likeness likeness = pair.likeness();

        assertThat(MATCHING.isConflict(likeness)).as("%s", likeness.score()).isEqualTo(pair.isConflict());
    }

    @Test
    void there_are_at_least_two_hundred_pairs_in_twenty_languages() {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(pairs().stream().map(Pair::language).distinct()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void the_page_shows_all_pairs() throws IOException {
        String before = Files.readString(PAGE);
        String text = before.substring(0, before.indexOf(END_OF_TEXT) + END_OF_TEXT.length());
        String page = text + "\n" + tables();
        if ("update".equals(System.getProperty("matching.page"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder();
        pairs().stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.language() + " (" + pair.country() + ")",
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((section, pairs) -> tables.append("\n## ")
                        .append(section)
                        .append("\n| name | other name | score | meet |\n|---|---|---|---|\n")
                        .append(pairs.stream().map(NamePairsTest::row).collect(Collectors.joining())));
        return tables.toString();
    }

    private static String row(Pair pair) {
        return Stream.of(
                        pair.one(),
                        pair.other(),
                        pair.likeness().score().toPlainString(),
                        pair.isConflict() ? "yes" : "no")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Reads a test resource. */
    private static final class WordLines {

        static List<String> read(String resource) {
            try (var file = NamePairsTest.class.getResourceAsStream(resource)) {
                return new String(
                                java.util.Objects.requireNonNull(file).readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
