package io.entente.referral.attribution.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an organisation in the form in which it is compared: lower case, without accents, punctuation and legal forms.
 * {@code Müller & Söhne GmbH} becomes {@code muller and sohne}. Letters of every script are kept.
 *
 * @param value its words, separated by single spaces
 */
public record OrganisationName(String value) {

    /** An accent on a letter of these scripts. In Japanese, the same sign makes a different letter. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’`´.]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^\\p{N}]+");

    /** Letters that Unicode does not decompose. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i", "&", " and ", "+",
            " and ");

    public static OrganisationName of(String written) {
        String decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String text = ACCENTS.matcher(decomposed).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = WITHIN_A_WORD.matcher(text).replaceAll("");
        text = BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (text.isEmpty()) {
            // A name that consists only of signs is kept as it is.
            return new OrganisationName(written.strip());
        }
        return new OrganisationName(String.join(" ", LegalForms.strip(List.of(text.split(" ", -1)))));
    }

    List<String> words() {
        return List.of(value.split(" ", -1));
    }

    /** The name without spaces, so that {@code bright water} equals {@code brightwater}. */
    String compact() {
        return value.replace(" ", "");
    }

    /** The words in alphabetical order, without spaces. */
    String sorted() {
        return words().stream().sorted().collect(Collectors.joining());
    }

    /** The numbers in the name, in order. */
    String numbers() {
        return NO_DIGITS.matcher(value).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
