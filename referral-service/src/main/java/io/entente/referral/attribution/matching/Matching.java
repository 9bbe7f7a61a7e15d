package io.entente.referral.attribution.matching;

import io.entente.platform.names.ComparedName;
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
 * divided by the length). A name that consists of the initials of the other one is a weak sign with a score of its own.
 * Differences in other fields are factors.
 *
 * @param threshold from this score on, an operator has to decide a conflict
 * @param otherCountry the factor if both countries are known and differ
 * @param otherDomain the factor if both clients have a domain of their own and the domains differ
 * @param otherNumbers the factor if the numbers in the names differ: {@code Area 51} isn't {@code Area 52}
 * @param initials the score of {@code IBM} and {@code International Business Machines} in one country. It does not count if the
 *     country of one of them is unknown or if both have a domain of their own
 * @see <a href="https://en.wikipedia.org/wiki/Jaro%E2%80%93Winkler_distance">Jaro-Winkler</a>
 */
public record Matching(
        BigDecimal threshold,
        BigDecimal otherCountry,
        BigDecimal otherDomain,
        BigDecimal otherNumbers,
        BigDecimal initials) {

    /** The score of initials unless the policy has another one: just a conflict if nothing else differs. */
    public static final BigDecimal INITIALS = new BigDecimal("0.92");

    private static final JaroWinklerSimilarity WORDS = new JaroWinklerSimilarity();
    private static final LevenshteinDistance LETTERS = LevenshteinDistance.getDefaultInstance();
    private static final int DECIMALS = 2;
    private static final BigDecimal SAME_KEY = new BigDecimal("1.00");
    private static final BigDecimal HIGHEST_OF_OTHER_KEYS = new BigDecimal("0.99");

    /** Words with a lower score are different words, because any two words share some letters. */
    private static final double WORD_FLOOR = 0.9;

    /** A name of one word is another name with more letters more: {@code Apple} isn't {@code Appleby}. */
    private static final int MAX_MORE_LETTERS = 1;

    /** In a shorter word, a different letter makes a different word: {@code bank} isn't {@code bahn}. */
    private static final int SHORT_WORD = 4;

    /** Scores how alike two clients are. */
    public Likeness compare(ClientIdentity a, ClientIdentity b) {
        if (a.key().equals(b.key())) {
            return new Likeness(SAME_KEY, alike(a, b, true));
        }
        ComparedName one = a.name().compared();
        ComparedName other = b.name().compared();
        BigDecimal score = BigDecimal.valueOf(names(one, other));
        if (one.isInitialsOf(other) && isWeakSignEnough(a, b)) {
            score = score.max(initials);
        }
        if (differ(a.country(), b.country())) {
            score = score.multiply(otherCountry);
        }
        if (differ(a.domain(), b.domain())) {
            score = score.multiply(otherDomain);
        }
        if (!one.numbers().equals(other.numbers())) {
            score = score.multiply(otherNumbers);
        }
        return new Likeness(
                score.setScale(DECIMALS, RoundingMode.HALF_UP).min(HIGHEST_OF_OTHER_KEYS), alike(a, b, false));
    }

    public boolean isConflict(Likeness likeness) {
        return likeness.score().compareTo(threshold) >= 0;
    }

    private static boolean isWeakSignEnough(ClientIdentity a, ClientIdentity b) {
        return a.country() != null && a.country().equals(b.country()) && (a.domain() == null || b.domain() == null);
    }

    private static double names(ComparedName a, ComparedName b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean longer = a.words().size() == 1
                && b.words().size() == 1
                && Math.abs(a.compact().length() - b.compact().length()) > MAX_MORE_LETTERS;
        double letters = byLetters(a.compact(), b.compact());
        return longer ? letters : Math.max(byWords(a.words(), b.words()), letters);
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
