package io.entente.platform.names;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an organisation in lower case, without accents, punctuation and the most frequent legal forms. {@code Müller &
 * Söhne GmbH} becomes {@code muller and sohne}. Letters of every script are kept, except that one of another script within a Latin
 * word becomes the Latin letter that looks the same. Keys and stored documents can contain it; {@link ComparedName} is derived from it.
 */
public final class OrganisationName {

    /** An accent on a letter of these scripts. In Japanese, the same sign makes a different letter. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

    /** Characters of the category Cf can't be seen, so a name with them is the same to whoever reads it. */
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’`´.\\p{Cf}]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters that Unicode does not decompose. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i", "&", " and ", "+",
            " and ");

    private final String value;
    private final String written;
    private final ComparedName compared;

    private OrganisationName(String value, String written) {
        this.value = value;
        this.written = written;
        this.compared = ComparedName.of(value);
    }

    /**
     * A name that was stored.
     *
     * @param value the words of the name as {@link #of} returns them, separated by single spaces
     * @param written the name as it was written; null if it was stored before that was kept
     */
    public static OrganisationName stored(String value, @Nullable String written) {
        return new OrganisationName(value, written == null ? value : written);
    }

    public static OrganisationName of(String written) {
        return new OrganisationName(valueOf(Lookalikes.inMixedWords(written)), written.strip());
    }

    private static String valueOf(String written) {
        String text = normalised(written);
        // A name that consists only of signs is kept as it is.
        return text.isEmpty()
                ? written.strip()
                : String.join(" ", LegalForms.IN_KEYS.strip(List.of(text.split(" ", -1))));
    }

    /** The words of a text in lower case, without accents and punctuation; empty if it consists only of signs. */
    static String normalised(String written) {
        String decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String text = ACCENTS.matcher(decomposed).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = WITHIN_A_WORD.matcher(text).replaceAll("");
        text = BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public String value() {
        return value;
    }

    /** The name as somebody wrote it, for people to read. Names that were written in different ways can be equal. */
    public String written() {
        return written;
    }

    /** The form in which two names are compared and by which similar ones are found. */
    public ComparedName compared() {
        return compared;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrganisationName name && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
