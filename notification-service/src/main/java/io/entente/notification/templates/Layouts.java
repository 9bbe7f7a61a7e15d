package io.entente.notification.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The paragraphs of each template, in order. The English files define them beside the texts:
 *
 * <pre>
 * payout-paid.layout=news reference? shared.thanks
 * </pre>
 *
 * <p>The paragraph {@code news} is the text {@code payout-paid.news}. A name with a dot is the key of a text that several
 * templates share, or of a shared layout. A paragraph marked {@code ?} is left out if one of its facts is not known.
 */
final class Layouts {

    private static final String SUFFIX = ".layout";
    private static final String SHARED = "shared.";

    private static final Map<String, String> LAYOUTS = Bundle.readFiles(Language.REFERENCE).entrySet().stream()
            .filter(entry -> isLayout(entry.getKey()))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().substring(0, entry.getKey().length() - SUFFIX.length()),
                    Map.Entry::getValue));

    private static final Map<String, List<Paragraph>> BY_TEMPLATE = LAYOUTS.keySet().stream()
            .filter(name -> !name.startsWith(SHARED))
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> paragraphs(name).toList()));

    /**
     * A paragraph of a message.
     *
     * @param key of its text
     * @param optional left out if one of its facts is not known
     */
    record Paragraph(String key, boolean optional) {}

    private Layouts() {}

    /** Whether a key of the files defines a layout and not a text. */
    static boolean isLayout(String key) {
        return key.endsWith(SUFFIX);
    }

    /** The names of all templates. */
    static Set<String> names() {
        return BY_TEMPLATE.keySet();
    }

    static boolean contains(String name) {
        return BY_TEMPLATE.containsKey(name);
    }

    static List<Paragraph> of(TemplateName template) {
        List<Paragraph> paragraphs = BY_TEMPLATE.get(template.value());
        if (paragraphs == null) {
            throw new IllegalArgumentException("There is no template " + template);
        }
        return paragraphs;
    }

    private static Stream<Paragraph> paragraphs(String name) {
        return Stream.of(LAYOUTS.getOrDefault(name, "").split(" ")).flatMap(mark -> expand(name, mark));
    }

    private static Stream<Paragraph> expand(String name, String mark) {
        if (LAYOUTS.containsKey(mark)) {
            return paragraphs(mark);
        }
        String paragraph = mark.replace("?", "");
        String key = paragraph.contains(".") ? paragraph : name + "." + paragraph;
        return Stream.of(new Paragraph(key, mark.endsWith("?")));
    }
}
