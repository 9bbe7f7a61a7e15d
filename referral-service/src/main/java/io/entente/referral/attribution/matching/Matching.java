package io.entente.referral.attribution.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Defines how similarity is scored, and the score from which two clients can be the same. The normalised names are compared
 * in two ways, and the higher score counts: word by word (the best Jaro-Winkler score of each word among the words of the
 * other name, weighted by length, in both directions) and letter by letter without spaces (one minus the edit distance
 * divided by the length). Differences in other fields are factors.
 *
 * @param threshold from this score on, an operator has to decide a conflict
 * @param otherCountry the factor if both countries are known and differ
 * @param otherDomain the factor if both clients have a domain of their own and the domains differ
 * @param otherNumbers the factor if the numbers in the names differ: {@code Area 51} isn't {@code Area 52}
 * @see <a href="https://en.wikipedia.org/wiki/Jaro%E2%80%93Winkler_distance">Jaro-Winkler</a>
 */
public record Matching(BigDecimal threshold, BigDecimal otherCountry, BigDecimal otherDomain, BigDecimal otherNumbers) {

    private static final JaroWinklerSimilarity WORDS = new JaroWinklerSimilarity();
    private static final LevenshteinDistance LETTERS = LevenshteinDistance.getDefaultInstance();
    private static final int DECIMALS = 2;
    private static final BigDecimal SAME_KEY = new BigDecimal("1.00");
    private static final BigDecimal HIGHEST_OF_OTHER_KEYS = new BigDecimal("0.99");

    /** Words with a lower score are different words, because any two words share some letters. */
    private static final double WORD_FLOOR = 0.9;

    /** In a shorter word, a different letter makes a different word: {@code bank} isn't {@code bahn}. */
    private static final int SHORT_WORD = 4;

    /** Scores how alike two clients are. */
    public Likeness compare(ClientIdentity a, ClientIdentity b) {
        if (a.key().equals(b.key())) {
            return new Likeness(SAME_KEY, alike(a, b, true));
        }
        BigDecimal score = BigDecimal.valueOf(names(a.name(), b.name()));
        if (differ(a.country(), b.country())) {
            score = score.multiply(otherCountry);
        }
        if (differ(a.domain(), b.domain())) {
            score = score.multiply(otherDomain);
        }
        if (!a.name().numbers().equals(b.name().numbers())) {
            score = score.multiply(otherNumbers);
        }
        return new Likeness(
                score.setScale(DECIMALS, RoundingMode.HALF_UP).min(HIGHEST_OF_OTHER_KEYS), alike(a, b, false));
    }

    public boolean isConflict(Likeness likeness) {
        return likeness.score().compareTo(threshold) >= 0;
    }

    private static double names(OrganisationName a, OrganisationName b) {
        return a.equals(b) ? 1 : Math.max(byWords(a.words(), b.words()), byLetters(a.compact(), b.compact()));
    }

    private static double byWords(List<String> a, List<String> b) {
        int letters = letters(a) + letters(b);
        return letters == 0 ? 0 : (found(a, b) + found(b, a)) / letters;
    }

    private static int letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /** The number of letters in words that the other name also has, each word weighted by its best score. */
    private static double found(List<String> words, List<String> among) {
        double found = 0;
        for (String word : words) {
            double best =
                    among.stream().mapToDouble(other -> word(word, other)).max().orElse(0);
            found += best * word.length();
        }
        return found;
    }

    private static double word(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (Math.min(a.length(), b.length()) <= SHORT_WORD) {
            return 0;
        }
        double alike = WORDS.apply(a, b);
        return alike < WORD_FLOOR ? 0 : alike;
    }

    private static double byLetters(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 0 : 1 - (double) LETTERS.apply(a, b) / longest;
    }

    private static boolean differ(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }

    private static List<String> alike(ClientIdentity a, ClientIdentity b, boolean sameKey) {
        List<String> fields = new ArrayList<>();
        if (a.domain() != null && Objects.equals(a.domain(), b.domain())) {
            fields.add(Likeness.DOMAIN);
        }
        if (!sameKey || a.name().equals(b.name())) {
            fields.add(Likeness.ORGANISATION);
        }
        if (a.country() != null && Objects.equals(a.country(), b.country())) {
            fields.add(Likeness.COUNTRY);
        }
        return fields;
    }
}
