package io.entente.referral.program;

import java.util.Map;
import java.util.Set;

/**
 * A reason that is so common that it has a code, which can be counted.
 *
 * @param labels the text that a partner reads, by language; English is always present
 */
public record ListedReason(String code, Map<String, String> labels, Set<ReasonUse> uses) {

    static final String ENGLISH = "en";

    public ListedReason {
        labels = Map.copyOf(labels);
        uses = Set.copyOf(uses);
    }

    /** The English label; notification-service translates by the code. */
    public String label() {
        return labels.getOrDefault(ENGLISH, code);
    }
}
