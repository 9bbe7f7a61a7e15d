package io.entente.commission.partners.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of an organisation in the form in which it is compared: lower case, without accents, signs, spaces and legal
 * forms. {@code Müller & Söhne GmbH} equals {@code MULLER AND SOHNE}.
 */
public record ComparedName(String value) {

    /** An accent on a letter of these scripts. In Japanese, the same sign makes a different letter. */
    private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

    /** Characters of the category Cf can't be seen, so a name with them is the same to whoever reads it. */
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['’`´.\\p{Cf}]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters that Unicode does not decompose. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "&", " and ", "+", " and ");

    private static final List<List<String>> AT_END = forms("end ");
    private static final List<List<String>> AT_START = forms("start ");

    public static ComparedName of(String written) {
        String decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String text = ACCENTS.matcher(decomposed).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = WITHIN_A_WORD.matcher(text).replaceAll("");
        text = BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        boolean stripped = true;
        while (stripped) {
            stripped = strip(words);
        }
        return new ComparedName(String.join("", words));
    }

    /** Removes one legal form, unless nothing else would be left. */
    private static boolean strip(List<String> words) {
        for (List<String> form : AT_END) {
            int from = words.size() - form.size();
            if (from > 0 && words.subList(from, words.size()).equals(form)) {
                words.subList(from, words.size()).clear();
                return true;
            }
        }
        for (List<String> form : AT_START) {
            if (words.size() > form.size() && words.subList(0, form.size()).equals(form)) {
                words.subList(0, form.size()).clear();
                return true;
            }
        }
        return false;
    }

    /** The longest first: {@code gmbh and co kg} before {@code kg}. */
    private static List<List<String>> forms(String kind) {
        return WordList.read("legal-forms.txt").stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> List.of(line.substring(kind.length()).strip().split(" ", -1)))
                .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
                .toList();
    }
}
