package io.entente.notification.templates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells, before it is put into words: by the name of the placeholder that it fills. A fact that isn't known
 * is left out, and the optional paragraph that needs it with it.
 */
public final class Facts {

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    /** Words of somebody: they are told as they are. */
    public Facts with(String name, @Nullable String words) {
        return put(name, words);
    }

    public Facts with(String name, @Nullable Money amount) {
        return put(name, amount);
    }

    /** An instant, told as date and time in the recipient's time zone. */
    public Facts with(String name, @Nullable Instant instant) {
        return put(name, instant);
    }

    public Facts with(String name, @Nullable LocalDate date) {
        return put(name, date);
    }

    /** A fraction of 1, told in percent. */
    public Facts with(String name, @Nullable BigDecimal fraction) {
        return put(name, fraction);
    }

    /** A word of an open vocabulary, told by the text {@code <vocabulary>.<word>}, or {@code .OTHER} where that is unknown. */
    public Facts withWord(String name, String vocabulary, String word) {
        return put(name, new Word(vocabulary, word));
    }

    /** The day of something, told as a date; where only the instant is known, the recipient's day of it. */
    public Facts withDay(String name, @Nullable LocalDate day, Instant otherwise) {
        return put(name, day == null ? new DayOf(otherwise) : day);
    }

    /**
     * Why: as {@code because}, a word of the program's list of reasons, as {@code reason}, somebody's own words, or both, when
     * the words are a {@code note}.
     *
     * @param words may be missing, or be a code, or what the list calls one in English
     * @param code a word that nobody has put into a text yet counts only where there are no words
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
}
