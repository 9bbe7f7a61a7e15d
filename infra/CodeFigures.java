import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how large packages, files and methods are. Needs a JDK and nothing else:
 *
 * <pre>
 * java infra/CodeFigures.java       the code in the current directory
 * java infra/CodeFigures.java DIR   the code in another directory, such as a worktree of an earlier commit
 * </pre>
 *
 * <p>It counts the files beneath {@code src/main/java} without {@code package-info.java}, each as one type with its nested types. The
 * length of a method is the number of lines between its braces. The code is formatted, so a method begins with an indentation of 4
 * spaces, or 8 in a nested type, and ends with a brace in the same column.
 */
public final class CodeFigures {

    private static final int LARGE_PACKAGE = 20;
    private static final int LONG_FILE = 120;
    private static final int LONG_METHOD = 15;
    private static final int LONG_TEST = 400;

    /** A return type and a name, or the name of a constructor. */
    private static final Pattern METHOD = Pattern.compile(
            "( {4}| {8})(?!.*\\b(?:record|new|return|throw|else|assert) )(?:[\\w@<>\\[\\],.?& ]*[\\w>\\]] \\w+|(?:p\\w+ )?[A-Z]\\w*)\\(.*");

    /** A length with the name of what is so long. */
    private record Sized(int lines, String name) {}

    private final Path root;
    private final Map<String, Integer> packages = new TreeMap<>();
    private final List<Sized> files = new ArrayList<>();
    private final List<Sized> methods = new ArrayList<>();
    private final List<Sized> tests = new ArrayList<>();

    private CodeFigures(Path root) {
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        CodeFigures figures = new CodeFigures(Path.of(args.length > 0 ? args[0] : "."));
        try (Stream<Path> all = Files.walk(figures.root)) {
            all.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/"))
                    .forEach(figures::read);
        }
        figures.print();
    }

    private void read(Path file) {
        String path = root.relativize(file).toString();
        List<String> lines = lines(file);
        if (path.endsWith("IT.java")) {
            tests.add(new Sized(lines.size(), path));
        }
        if (!path.contains("src/main/java/") || path.endsWith("package-info.java")) {
            return;
        }
        files.add(new Sized(lines.size(), path));
        packages.merge(path.substring(0, path.lastIndexOf('/')), 1, Integer::sum);
        readMethods(path, lines);
    }

    private void readMethods(String path, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher method = METHOD.matcher(lines.get(i));
            if (!method.matches()) {
                continue;
            }
            int brace = i;
            while (brace < lines.size() && !lines.get(brace).matches(".*[{;]\\s*")) {
                brace++;
            }
            if (brace == lines.size() || lines.get(brace).endsWith(";") || lines.get(i).split("\\(")[0].contains("=")) {
                i = brace;
                continue;
            }
            int end = brace + 1;
            while (end < lines.size() && !lines.get(end).startsWith(method.group(1) + "}")) {
                end++;
            }
            methods.add(new Sized(end - brace - 1, path + ":" + (i + 1)));
            i = end;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print() {
        List<Map.Entry<String, Integer>> large = packages.entrySet().stream()
                .filter(counted -> counted.getValue() > LARGE_PACKAGE)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        System.out.printf(
                "packages: %d, the largest has %d types, %d have more than %d%n",
                packages.size(),
                packages.values().stream().max(Integer::compare).orElse(0),
                large.size(),
                LARGE_PACKAGE);
        large.forEach(counted -> System.out.printf("  %4d %s%n", counted.getValue(), counted.getKey()));
        print("files", files, LONG_FILE);
        print("methods", methods, LONG_METHOD);
        List<Sized> longTests =
                tests.stream().filter(test -> test.lines() > LONG_TEST).toList();
        System.out.printf("integration tests: %d, %d of them longer than %d lines%n", tests.size(), longTests.size(), LONG_TEST);
        longest(longTests);
    }

    private static void print(String what, List<Sized> sized, int bound) {
        List<Integer> lengths = sized.stream().map(Sized::lines).sorted().toList();
        System.out.printf(
                "%s: %d with %d lines; median %d, nine of ten at most %d, longest %d; longer than %d: %d, than %d: %d%n",
                what,
                lengths.size(),
                lengths.stream().mapToInt(length -> length).sum(),
                at(lengths, 0.5),
                at(lengths, 0.9),
                at(lengths, 1),
                bound,
                lengths.stream().filter(length -> length > bound).count(),
                2 * bound,
                lengths.stream().filter(length -> length > 2 * bound).count());
        longest(sized);
    }

    private static void longest(List<Sized> sized) {
        System.out.print(sized.stream()
                .sorted(Comparator.comparing(Sized::lines).reversed())
                .limit(5)
                .map(one -> "  %4d %s%n".formatted(one.lines(), one.name()))
                .collect(Collectors.joining()));
    }

    private static int at(List<Integer> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
