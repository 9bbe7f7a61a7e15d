package io.entente.testkit;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the Markdown pages of the whole project: their links, the tests that they name, the numbers of decisions, the glossary. */
class DocumentationTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".github");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern TEST = Pattern.compile("`(\\w*[a-z](?:IT|Test))`");
    private static final Pattern GLOSSARY_ROW = Pattern.compile("(?m)^\\| (?!term )([^|`-][^|]*) \\|");

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_exist() {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            links(page)
                    .filter(link -> !leadsSomewhere(page, link))
                    .forEach(link -> broken.add(ROOT.relativize(page) + " -> " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_link_to_a_missing_file_or_heading_is_found() {
        Path readme = ROOT.resolve("README.md");
        assertThat(leadsSomewhere(readme, "docs/no-such-page.md")).isFalse();
        assertThat(leadsSomewhere(readme, "CONTRIBUTING.md#no-such-heading")).isFalse();
        assertThat(leadsSomewhere(readme, "CONTRIBUTING.md#how-to-debug-a-parked-event"))
                .isTrue();
    }

    @Test
    void the_glossary_defines_each_term_once() {
        List<String> terms = GLOSSARY_ROW
                .matcher(read(ROOT.resolve("docs/glossary.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(terms).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void every_test_that_a_page_names_exists() {
        Set<String> tests = files("Test.java", "IT.java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toSet());
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            TEST.matcher(read(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !tests.contains(name))
                    .forEach(name -> missing.add(ROOT.relativize(page) + " names " + name));
        }
        assertThat(tests).contains("DocumentationTest", "CorrectedDealIT");
        assertThat(missing).isEmpty();
    }

    @Test
    void the_system_tests_are_all_described() {
        Path module = ROOT.resolve("infra/system-tests");
        String page = read(module.resolve("README.md"));
        assertThat(files("IT.java").stream().filter(file -> file.startsWith(module)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(page)
                        .contains("`" + file.getFileName().toString().replace(".java", "") + "`"));
    }

    @Test
    void no_two_decisions_have_the_same_number() {
        List<String> numbers = pages().stream()
                .filter(page -> page.getParent().endsWith("docs/adr"))
                .map(page -> page.getFileName().toString().substring(0, 4))
                .toList();
        assertThat(numbers).contains("0001").doesNotHaveDuplicates();
    }

    private static List<Path> pages() {
        return files(".md");
    }

    private static List<Path> files(String... endings) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    // Other modules write into their target directories at the same time.
                    return SKIPPED.contains(directory.getFileName().toString()) ? SKIP_SUBTREE : CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                        files.add(file);
                    }
                    return CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Stream<String> links(Path page) {
        Matcher links = LINK.matcher(CODE.matcher(read(page)).replaceAll(""));
        return links.results().map(MatchResult::group).map(link -> link.substring(2, link.length() - 1));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        if (link.startsWith("https://") || link.startsWith("http://localhost")) {
            return true;
        }
        String file = link.replaceFirst("#.*", "");
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        String heading = link.contains("#") ? link.replaceFirst(".*#", "") : "";
        return Files.exists(target) && (heading.isEmpty() || anchors(target).anyMatch(heading::equals));
    }

    /** The anchors that GitHub derives from a page's headings. */
    private static Stream<String> anchors(Path page) {
        return HEADING.matcher(read(page)).results().map(found -> found.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
