import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts how the comments of Java files introduce conditions: with "where", or with "if" and "when" as CONTRIBUTING.md asks.
 * Needs a JDK and nothing else:
 *
 * <pre>
 * java infra/CountConditions.java             counts in the current directory
 * java infra/CountConditions.java --list DIR  also prints each conditional "where" with its file and line
 * </pre>
 *
 * <p>A comment is a block comment or a run of adjacent line comments. Strings, {@code {@code …}} and {@code <pre>} are left out.
 * A "where" counts as a condition unless it means a place. It means a place if it follows a word for a place ("the file where"),
 * a verb of knowing or showing ("says where"), or a preposition ("from where"), if it precedes "to" ("where to look"), or if it
 * begins a sentence without a comma ("Where the data is kept."). An "if" counts as a condition unless it follows "as", and a
 * "when" unless it follows a verb of knowing or showing ("says when").
 */
public final class CountConditions {

    private static final Set<String> PLACES = Set.of(
            "place", "places", "point", "points", "position", "positions", "spot", "line", "lines", "directory", "folder",
            "file", "files", "package", "packages", "class", "column", "columns", "table", "page", "pages", "country",
            "countries", "machine", "machines", "network", "database", "step", "room", "level");

    private static final Set<String> KNOWING = Set.of(
            "know", "knows", "known", "see", "sees", "seen", "say", "says", "said", "tell", "tells", "told", "show", "shows",
            "shown", "find", "finds", "found", "decide", "decides", "remember", "remembers", "note", "notes", "ask", "asks",
            "state", "states", "define", "defines", "choose", "chooses", "exactly", "is", "was", "stands", "goes", "look",
            "looks", "and", "or", "else", "about");

    private static final Set<String> PREPOSITIONS = Set.of("from", "to", "of", "at", "on", "by", "for", "than", "near");

    private static final Pattern CONDITION = Pattern.compile("(?i)(?:([\\p{L}']+)[ ]+)?\\b(where|if|when)\\b(?: +([\\p{L}']+))?");

    /** The text of one comment, with the line on which it begins. */
    private record Comment(Path file, int line, String text) {}

    private final boolean list;
    private int comments;
    private int wheres;
    private int conditionalWheres;
    private int ifs;
    private int whens;

    private CountConditions(boolean list) {
        this.list = list;
    }

    public static void main(String[] args) throws IOException {
        boolean list = args.length > 0 && args[0].equals("--list");
        int first = list ? 1 : 0;
        Path root = Path.of(args.length > first ? args[first] : ".");
        CountConditions count = new CountConditions(list);
        for (Path file : javaFiles(root)) {
            for (Comment comment : comments(file)) {
                count.add(comment);
            }
        }
        count.print();
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/src/"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Comment comment) {
        comments++;
        Matcher found = CONDITION.matcher(comment.text());
        int from = 0;
        while (found.find(from)) {
            String before = found.group(1) == null ? "" : found.group(1).toLowerCase();
            String after = found.group(3) == null ? "" : found.group(3).toLowerCase();
            switch (found.group(2).toLowerCase()) {
                case "where" -> addWhere(comment, found, before, after);
                case "if" -> ifs += before.equals("as") ? 0 : 1;
                default -> whens += KNOWING.contains(before) && !before.equals("and") && !before.equals("or") ? 0 : 1;
            }
            from = found.end(2);
        }
    }

    private void addWhere(Comment comment, Matcher found, String before, String after) {
        wheres++;
        boolean opensSentence = Character.isUpperCase(found.group(2).charAt(0));
        boolean place = after.equals("to")
                || PREPOSITIONS.contains(before)
                || (opensSentence
                        ? !hasComma(comment.text(), found.end())
                        : PLACES.contains(before) || KNOWING.contains(before));
        if (!place) {
            conditionalWheres++;
            if (list) {
                int end = Math.min(comment.text().length(), found.end() + 60);
                System.out.printf(
                        "%s:%d: …%s%n", comment.file(), comment.line(), comment.text().substring(found.start(), end));
            }
        }
    }

    /** Whether the sentence goes on with a comma, as one does that begins with a condition. */
    private static boolean hasComma(String text, int from) {
        String rest = text.substring(from) + ".";
        return rest.substring(0, rest.indexOf('.')).contains(",");
    }

    private void print() {
        System.out.printf("comments counted     %6d%n", comments);
        System.out.printf("conditional \"where\"  %6d   (of %d in all)%n", conditionalWheres, wheres);
        System.out.printf("\"if\"                 %6d%n", ifs);
        System.out.printf("\"when\"               %6d%n", whens);
    }

    /** Reads the comments of a file, and steps over string, character and text block literals. */
    private static List<Comment> comments(Path file) throws IOException {
        String source = Files.readString(file);
        List<Comment> comments = new ArrayList<>();
        int line = 1;
        int lastLineCommentEnd = -1;
        int at = 0;
        while (at < source.length()) {
            int end;
            if (source.startsWith("//", at)) {
                end = endOf(source, at, "\n");
                String text = source.substring(at + 2, end);
                int last = comments.size() - 1;
                if (lastLineCommentEnd >= 0 && source.substring(lastLineCommentEnd, at).isBlank()) {
                    Comment begun = comments.get(last);
                    comments.set(last, new Comment(file, begun.line(), clean(begun.text() + " " + text)));
                } else {
                    comments.add(new Comment(file, line, clean(text)));
                }
                lastLineCommentEnd = end;
            } else if (source.startsWith("/*", at)) {
                end = endOf(source, at + 2, "*/");
                comments.add(new Comment(file, line, clean(source.substring(at + 2, Math.max(at + 2, end - 2)))));
                lastLineCommentEnd = -1;
            } else if (source.startsWith("\"\"\"", at)) {
                end = endOf(source, at + 3, "\"\"\"");
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                end = endOfLiteral(source, at);
            } else {
                end = at + 1;
            }
            line += (int) source.substring(at, end).chars().filter(c -> c == '\n').count();
            at = end;
        }
        return comments;
    }

    private static int endOf(String source, int from, String mark) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + (mark.equals("\n") ? 0 : mark.length());
    }

    private static int endOfLiteral(String source, int begin) {
        int at = begin + 1;
        while (at < source.length() && source.charAt(at) != source.charAt(begin) && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(source.length(), at + 1);
    }

    /** The comment as running text: without stars, code and preformatted parts. */
    private static String clean(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*+ ?", " ")
                .replaceAll("(?s)<pre>.*?</pre>", " ")
                .replaceAll("(?s)\\{@code [^}]*}", " code ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
