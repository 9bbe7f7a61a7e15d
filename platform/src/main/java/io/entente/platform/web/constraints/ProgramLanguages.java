package io.entente.platform.web.constraints;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The languages that the program's people read.
 *
 * @param codes ISO 639, in lower case; at least one, in the order of the configuration
 */
public record ProgramLanguages(Set<String> codes) {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    public ProgramLanguages {
        codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        if (codes.isEmpty()
                || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new IllegalArgumentException(
                    "entente.program.languages must list ISO 639 codes such as en, ms; it is " + codes);
        }
    }

    public static ProgramLanguages of(List<String> codes) {
        return new ProgramLanguages(new LinkedHashSet<>(codes));
    }

    /** For messages: {@code en, ms or de}. */
    public String enumerated() {
        List<String> all = List.copyOf(codes);
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
