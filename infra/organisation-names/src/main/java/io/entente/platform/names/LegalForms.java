package io.entente.platform.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes legal forms from the name of a company, such as {@code GmbH & Co. KG}, {@code Sdn. Bhd.} or {@code 株式会社}, because
 * they don't identify it.
 */
final class LegalForms {

    /** A point within an abbreviation that somebody may write with a space: {@code v.o.s.} and {@code v. o. s.} */
    private static final Pattern POINT_WITHIN = Pattern.compile("\\.(?=\\S)");

    /** The most frequent forms, which keys don't contain either. */
    static final LegalForms IN_KEYS = new LegalForms(read("legal-forms.txt"));

    /** All forms, in simplified Chinese. */
    static final LegalForms ALL = new LegalForms(all());

    /** In a name that begins with a shorter Latin abbreviation, such as {@code SC Johnson}, it is part of the name. */
    private static final int MIN_LETTERS_BEFORE = 3;

    /** An abbreviation is written in pieces of at most so many letters, and has at least so many in all. */
    private static final int MAX_LETTERS_APART = 2;

    private static final int MIN_LETTERS_OF_APART = 3;

    /** In the lists, it stands for the word in every language. */
    private static final String AND = "and ";

    /** Before this character come scripts that separate words by spaces. */
    private static final char FIRST_WITHOUT_SPACES = '\u0e00';

    private final Set<String> atEnd;
    private final Set<String> atStart;
    private final Set<String> compactAtEnd;
    private final Set<String> compactAtStart;
    private final List<String> affixes;
    private final int maxWords;

    private LegalForms(List<String> list) {
        atEnd = listed(list, "end ");
        atStart = listed(list, "start ");
        compactAtEnd = compact(atEnd);
        compactAtStart = compact(atStart);
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

    private static Set<String> compact(Set<String> forms) {
        return forms.stream().map(form -> form.replace(" ", "")).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> all() {
        Stream<String> own = Stream.of("legal-forms.txt", "legal-forms-further.txt")
                .flatMap(list -> read(list).stream())
                .flatMap(line -> kindOf(line).equals("end")
                        ? atEnd(normalised(formOf(line)))
                        : Stream.of(kindOf(line) + " " + normalised(formOf(line))));
        Stream<String> published = read("legal-forms-elf.txt").stream()
                .flatMap(line -> spellings(formOf(line)).flatMap(form -> published(kindOf(line), form)));
        return Stream.concat(own, published).toList();
    }

    private static String kindOf(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String formOf(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static String normalised(String form) {
        return ComparedName.simplified(OrganisationName.normalised(Lookalikes.inMixedWords(form)));
    }

    /** A published form as it is written, and with spaces after its points. */
    private static Stream<String> spellings(String form) {
        return Stream.of(form, POINT_WITHIN.matcher(form).replaceAll(". "))
                .map(LegalForms::normalised)
                .distinct();
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
        return Stream.concat(atEnd(form), atStart);
    }

    /** A form, and what a key has left of it: of "limited liability company", it has lost the "company" already. */
    private static Stream<String> atEnd(String form) {
        String inKey = String.join(" ", IN_KEYS.strip(List.of(form.split(" ", -1))));
        Stream<String> shorter = inKey.contains(" ") ? Stream.of("end " + inKey) : Stream.empty();
        return Stream.concat(Stream.of("end " + form), shorter);
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
            if (isAtEnd(last) && !isLeftToComparison(words.get(from - 1), last.get(0))) {
                String first = last.get(0);
                last.clear();
                stripAnd(words, first);
                return true;
            }
        }
        return false;
    }

    private boolean isAtEnd(List<String> words) {
        String form = String.join(" ", words);
        boolean isWithAnd = this != IN_KEYS
                && words.size() > 1
                && AndWords.contains(words.get(0))
                && atEnd.contains(AND + String.join(" ", words.subList(1, words.size())));
        return atEnd.contains(form) || isWithAnd || isApart(words, compactAtEnd);
    }

    /**
     * Whether a key keeps a form because the word before it may be an "and", but also a letter or a name: {@code Costa e Co} and
     * {@code Vitamin E Co}. Without the form, nobody could tell later.
     */
    private boolean isLeftToComparison(String before, String form) {
        return this == IN_KEYS && isCompany(form) && AndWords.contains(before) && !AndWords.isUnmistakable(before);
    }

    /** Removes the "and" that stood before a form, such as in {@code Gebrüder und Co.} */
    private void stripAnd(List<String> words, String form) {
        String last = words.get(words.size() - 1);
        if (words.size() > 1 && (AndWords.isUnmistakable(last) || (isCompany(form) && AndWords.contains(last)))) {
            words.remove(words.size() - 1);
        }
    }

    /** Whether it is a word for a company that follows an "and". */
    private boolean isCompany(String word) {
        return atEnd.contains(AND + word);
    }

    private boolean stripStart(List<String> words) {
        for (int to = Math.min(maxWords, words.size() - 1); to > 0; to--) {
            List<String> first = words.subList(0, to);
            if (atStart.contains(String.join(" ", first)) || isApart(first, compactAtStart)) {
                first.clear();
                return true;
            }
        }
        return false;
    }

    /** Whether the words are an abbreviation that is written with spaces, such as {@code S.à r.l.} or {@code d. o. o.} */
    private boolean isApart(List<String> words, Set<String> compactForms) {
        return words.size() > 1
                && words.stream().allMatch(word -> word.length() <= MAX_LETTERS_APART)
                && String.join("", words).length() >= MIN_LETTERS_OF_APART
                && this != IN_KEYS
                && compactForms.contains(String.join("", words));
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
