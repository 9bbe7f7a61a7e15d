package io.entente.platform.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes legal forms from the name of a company, such as {@code GmbH & Co. KG}, {@code Sdn. Bhd.} or {@code 株式会社}, because
 * they don't identify it.
 */
final class LegalForms {

    /** The most frequent forms, which keys don't contain either. */
    static final LegalForms IN_KEYS = new LegalForms(read("legal-forms.txt"));

    /** All forms, in simplified Chinese. */
    static final LegalForms ALL = new LegalForms(all());

    /** In a name that begins with a shorter Latin abbreviation, such as {@code SC Johnson}, it is part of the name. */
    private static final int MIN_LETTERS_BEFORE = 3;

    /** An abbreviation is written in pieces of at most so many letters, and has at least so many in all. */
    private static final int MAX_LETTERS_APART = 2;

    private static final int MIN_LETTERS_OF_APART = 3;

    /** Before this character come scripts that separate words by spaces. */
    private static final char FIRST_WITHOUT_SPACES = '\u0e00';

    private final Set<String> atEnd;
    private final Set<String> atStart;
    private final List<String> affixes;
    private final int maxWords;

    private LegalForms(List<String> list) {
        atEnd = listed(list, "end ");
        atStart = listed(list, "start ");
        affixes = listed(list, "affix ").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        maxWords = Stream.concat(atEnd.stream(), atStart.stream())
                .mapToInt(form -> form.split(" ", -1).length)
                .max()
                .orElse(0);
    }

    private static List<String> read(String list) {
        return WordList.read("/organisation-names/" + list);
    }

    private static Set<String> listed(List<String> list, String kind) {
        return list.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()).strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> all() {
        Stream<String> own = Stream.of("legal-forms.txt", "legal-forms-further.txt")
                .flatMap(list -> read(list).stream())
                .map(line -> ComparedName.simplified(OrganisationName.normalised(line)));
        Stream<String> published = read("legal-forms-elf.txt").stream()
                .flatMap(line -> published(
                        line.substring(0, line.indexOf(' ')),
                        ComparedName.simplified(OrganisationName.normalised(line.substring(line.indexOf(' '))))));
        return Stream.concat(own, published).toList();
    }

    /** A published form in the notation of the program's own lists. */
    private static Stream<String> published(String where, String form) {
        if (form.isEmpty()) {
            return Stream.empty();
        }
        if (form.charAt(0) >= FIRST_WITHOUT_SPACES && !form.contains(" ") && form.length() > 1) {
            return Stream.of("affix " + form, "end " + form);
        }
        Stream<String> atStart = where.equals("both") && form.length() >= MIN_LETTERS_BEFORE
                ? Stream.of("start " + form)
                : Stream.empty();
        // Of "limited liability company", a key has lost the "company" already.
        String inKey = String.join(" ", IN_KEYS.strip(List.of(form.split(" ", -1))));
        Stream<String> shorter = inKey.contains(" ") ? Stream.of("end " + inKey) : Stream.empty();
        return Stream.of(Stream.of("end " + form), atStart, shorter).flatMap(stream -> stream);
    }

    /** The words without legal forms; all words if nothing else would be left. */
    List<String> strip(List<String> name) {
        List<String> words = new ArrayList<>();
        name.forEach(word -> words.add(withoutAffix(word)));
        words.removeIf(String::isEmpty);
        boolean stripped = true;
        while (stripped) {
            stripped = stripEnd(words) || stripStart(words);
        }
        return words.isEmpty() ? name : words;
    }

    /** The longest form first: {@code gmbh and co kg} before {@code kg}. */
    private boolean stripEnd(List<String> words) {
        for (int from = Math.max(1, words.size() - maxWords); from < words.size(); from++) {
            List<String> last = words.subList(from, words.size());
            if (atEnd.contains(String.join(" ", last)) || isApart(last, atEnd)) {
                last.clear();
                return true;
            }
        }
        return false;
    }

    private boolean stripStart(List<String> words) {
        for (int to = Math.min(maxWords, words.size() - 1); to > 0; to--) {
            List<String> first = words.subList(0, to);
            if (atStart.contains(String.join(" ", first)) || isApart(first, atStart)) {
                first.clear();
                return true;
            }
        }
        return false;
    }

    /** Whether the words are an abbreviation that is written with spaces, such as {@code S.à r.l.} or {@code d. o. o.} */
    private boolean isApart(List<String> words, Set<String> forms) {
        return words.size() > 1
                && words.stream().allMatch(word -> word.length() <= MAX_LETTERS_APART)
                && String.join("", words).length() >= MIN_LETTERS_OF_APART
                && this != IN_KEYS
                && forms.contains(String.join("", words));
    }

    private String withoutAffix(String word) {
        if (word.chars().noneMatch(letter -> letter >= FIRST_WITHOUT_SPACES)) {
            return word;
        }
        String rest = word;
        for (String affix : affixes) {
            if (rest.startsWith(affix)) {
                rest = rest.substring(affix.length());
            }
            if (rest.endsWith(affix)) {
                rest = rest.substring(0, rest.length() - affix.length());
            }
        }
        return rest;
    }
}
