package io.entente.referral.attribution.mongo;

import io.entente.platform.names.ComparedName;
import io.entente.platform.names.OrganisationName;
import io.entente.referral.attribution.conflicts.Introduction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids under which a claim can be found by a similar name: the name as it is compared, the name backwards, the name with its
 * words in alphabetical order, and its initials. Because the names are ids, names with the same beginning are a range of ids, and a search costs as
 * much as there are similar names.
 */
final class NameEntries {

    /** A range of ids; {@code from} inclusive, {@code to} exclusive. */
    record Range(String from, String to) {

        /** One id alone. */
        static Range exactly(String id) {
            return new Range(id, id + '\0');
        }
    }

    /** This much of a name distinguishes it from most others. */
    private static final int MAX_CHARACTERS = 60;

    /** From this character on come scripts in which names have only a few characters. */
    private static final int FIRST_DENSE_CHARACTER = 0x2E80;

    /** The number of letters at the beginning that must be equal. The longer ones are used if the shorter ones find too much. */
    private static final List<Integer> LETTERS = List.of(4, 8, 12);

    private static final List<Integer> DENSE = List.of(2, 3, 4);
    private static final String NAME = "n/";
    private static final String INITIALS = "i/";
    private static final String END = "/";
    private static final String LAST = "\uffff";

    private NameEntries() {}

    /** The ids under which a claim is stored. */
    static Set<String> idsOf(Introduction introduction) {
        Set<String> ids = new LinkedHashSet<>();
        keys(introduction.client().name()).forEach(key -> ids.add(key + END + introduction.referralId()));
        return ids;
    }

    /** The ranges to search for each form of a name, the widest first. */
    static List<List<Range>> rangesOf(OrganisationName name) {
        ComparedName compared = name.compared();
        List<List<Range>> all = new ArrayList<>();
        forms(compared).forEach(form -> all.add(ranges(form)));
        if (compared.words().size() == 1) {
            all.add(List.of(exactly(INITIALS + bounded(compared.compact()))));
        } else if (!compared.initials().isEmpty()) {
            all.add(List.of(exactly(NAME + bounded(compared.initials()))));
        }
        return all;
    }

    private static Set<String> keys(OrganisationName name) {
        ComparedName compared = name.compared();
        Set<String> keys = forms(compared);
        if (!compared.initials().isEmpty()) {
            keys.add(INITIALS + bounded(compared.initials()));
        }
        return keys;
    }

    private static Set<String> forms(ComparedName name) {
        String compact = name.compact();
        Set<String> forms = new LinkedHashSet<>();
        forms.add(NAME + bounded(compact));
        forms.add("r/" + bounded(new StringBuilder(compact).reverse().toString()));
        forms.add("s/" + bounded(name.sorted()));
        return forms;
    }

    private static Range exactly(String key) {
        return new Range(key + END, key + END + LAST);
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
