package io.entente.referral.attribution.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Removes legal forms from the name of a company, such as {@code GmbH & Co. KG}, {@code Sdn. Bhd.} or {@code 株式会社}, because
 * they don't identify it.
 */
final class LegalForms {

    private static final List<List<String>> AT_END = words("end ");
    private static final List<List<String>> AT_START = words("start ");
    private static final List<String> AFFIXES = listed("affix ");

    private LegalForms() {}

    /** The words without legal forms; all words if nothing else would be left. */
    static List<String> strip(List<String> name) {
        List<String> words = new ArrayList<>();
        name.forEach(word -> words.add(withoutAffix(word)));
        words.removeIf(String::isEmpty);
        boolean stripped = true;
        while (stripped) {
            stripped = stripOne(words);
        }
        return words.isEmpty() ? name : words;
    }

    private static boolean stripOne(List<String> words) {
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

    private static String withoutAffix(String word) {
        String rest = word;
        for (String affix : AFFIXES) {
            if (rest.startsWith(affix)) {
                rest = rest.substring(affix.length());
            }
            if (rest.endsWith(affix)) {
                rest = rest.substring(0, rest.length() - affix.length());
            }
        }
        return rest;
    }

    /** The longest first: {@code gmbh and co kg} before {@code kg}. */
    private static List<List<String>> words(String kind) {
        return listed(kind).stream()
                .map(form -> List.of(form.split(" ", -1)))
                .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
                .toList();
    }

    private static List<String> listed(String kind) {
        return WordList.read("legal-forms.txt").stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()).strip())
                .toList();
    }
}
