package io.entente.notification.templates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts that fill the placeholders of a template, by placeholder name. Unknown facts are left out, and so are the
 * optional paragraphs that need them.
 */
public final class Facts {

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    /** Somebody's own words, which are shown unchanged. */
    public Facts with(String name, @Nullable String words) {
        return put(name, words);
    }

    public Facts with(String name, @Nullable Money amount) {
        return put(name, amount);
    }

    /** An instant, shown as date and time in the recipient's time zone. */
    public Facts with(String name, @Nullable Instant instant) {
        return put(name, instant);
    }

    public Facts with(String name, @Nullable LocalDate date) {
        return put(name, date);
    }

    /** A fraction of 1, shown in percent. */
    public Facts with(String name, @Nullable BigDecimal fraction) {
        return put(name, fraction);
    }

    /** A word of an open vocabulary, shown as the text {@code <vocabulary>.<word>}, or {@code .OTHER} if the word is unknown. */
    public Facts withWord(String name, String vocabulary, String word) {
        return put(name, new Word(vocabulary, word));
    }

    /** Words of an open vocabulary, each shown on a line of its own. If there are none, the fact is unknown. */
    public Facts withWords(String name, String vocabulary, List<String> words) {
        return words.isEmpty()
                ? this
                : put(
                        name,
                        new Words(words.stream()
                                .map(word -> new Word(vocabulary, word))
                                .toList()));
    }

    /**
     * Words that somebody else has translated.
     *
     * @param words by language; {@code en} is used for languages that are missing
     */
    public Facts withTranslated(String name, Map<String, String> words) {
        return put(name, new Translated(Map.copyOf(words)));
    }

    /** A day, shown as a date. If only the instant is known, the date is the recipient's day at that instant. */
    public Facts withDay(String name, @Nullable LocalDate day, Instant otherwise) {
        return put(name, day == null ? new DayOf(otherwise) : day);
    }

    /**
     * A reason. A code of the program's list becomes {@code because}, and somebody's own words become {@code reason}. If there
     * are both, the words become {@code note}.
     *
     * @param words absent, somebody's own words, a code, or the English label of a code
     * @param code a code without a text is used only if there are no words
     */
    public Facts withReason(@Nullable String words, @Nullable String code) {
        String meant = words == null ? null : Reasons.codeOf(words).orElse(null);
        String said = words == null || words.isBlank() || meant != null ? null : words;
        String listed = code == null || (!Reasons.isKnown(code) && meant != null) ? meant : code;
        if (listed != null && Reasons.isKnown(listed)) {
            return withWord("because", Reasons.VOCABULARY, listed).with("note", said);
        }
        return said == null && listed != null ? withWord("because", Reasons.VOCABULARY, listed) : with("reason", said);
    }

    @Nullable
    Object get(String name) {
        return values.get(name);
    }

    private Facts put(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Facts(more);
    }

    record DayOf(Instant instant) {}

    record Word(String vocabulary, String word) {}

    record Translated(Map<String, String> words) {}

    record Words(List<Word> lines) {}
}
