package io.entente.testkit.architecture;

import java.util.Map;
import java.util.Set;

/**
 * The rules that a service doesn't conform to yet. The list only shrinks: whoever makes a service conform removes the rule
 * here, and the last one removes this class.
 */
public final class PendingRules {

    private static final Map<String, Set<Rule>> PENDING =
            Map.of("io.entente.commission", Set.of(Rule.PLAIN_ROOTS, Rule.SEPARATE_ADAPTERS, Rule.SMALL_PACKAGES));

    private PendingRules() {}

    public static boolean contains(String root, Rule rule) {
        return PENDING.getOrDefault(root, Set.of()).contains(rule);
    }
}
