package io.entente.referral.attribution.mongo;

import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.OrganisationName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under which ids a claim can be found by a similar name: the name as it is, backwards, and with its words in order of the
 * alphabet. Names are ids, so a range of ids is what begins alike, and a look-up costs what is similar.
 */
final class NameEntries {

    /** A range of ids; {@code from} inclusive, {@code to} exclusive. */
    record Range(String from, String to) {}

    /** Enough of a name to tell it from most others. */
    private static final int MAX_CHARACTERS = 60;

    /** From here on scripts whose names have a few characters only. */
    private static final int FIRST_DENSE_CHARACTER = 0x2E80;

    /** How much of the beginning must be the same, in letters: first the wide net, the narrower ones where that is too full. */
    private static final List<Integer> LETTERS = List.of(4, 8, 12);

    private static final List<Integer> DENSE = List.of(2, 3, 4);
    private static final String END = "/";
    private static final String LAST = "\uffff";

    private NameEntries() {}

    /** The ids under which a claim is stored. */
    static Set<String> idsOf(Introduction introduction) {
        Set<String> ids = new LinkedHashSet<>();
        keys(introduction.client().name()).forEach(key -> ids.add(key + END + introduction.referralId()));
        return ids;
    }

    /** For each way to look at a name, the ranges to search, widest first. */
    static List<List<Range>> rangesOf(OrganisationName name) {
        return keys(name).stream().map(NameEntries::ranges).toList();
    }

    private static Set<String> keys(OrganisationName name) {
        String compact = name.value().replace(" ", "");
        String sorted = String.join(
                "", name.value().lines().flatMap(NameEntries::words).sorted().toList());
        Set<String> keys = new LinkedHashSet<>();
        keys.add("n/" + bounded(compact));
        keys.add("r/" + bounded(new StringBuilder(compact).reverse().toString()));
        keys.add("s/" + bounded(sorted));
        return keys;
    }

    private static java.util.stream.Stream<String> words(String line) {
        return java.util.Arrays.stream(line.split(" ", -1));
    }

    private static List<Range> ranges(String key) {
        int kind = key.indexOf(END) + 1;
        boolean dense = key.length() > kind && key.charAt(kind) >= FIRST_DENSE_CHARACTER;
        return (dense ? DENSE : LETTERS)
                .stream()
                        .map(letters -> key.substring(0, Math.min(key.length(), kind + letters)))
                        .distinct()
                        .map(prefix -> new Range(prefix, prefix + LAST))
                        .toList();
    }

    private static String bounded(String text) {
        return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    }
}
