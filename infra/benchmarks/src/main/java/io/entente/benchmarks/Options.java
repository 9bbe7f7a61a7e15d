package io.entente.benchmarks;

import java.util.List;
import java.util.Properties;

/**
 * Says what to measure. The values come from system properties.
 *
 * @param quick whether to do a tenth of the work, to see whether everything runs; such figures are not to be published
 * @param benchmarks the names of the benchmarks, or {@code all}
 * @param stores {@code memory}, {@code file}; the environment may name a store, which then replaces them
 */
public record Options(boolean quick, List<String> benchmarks, List<String> stores) {

    private static final List<String> BENCHMARKS = List.of(
            "pricing", "relay", "accrual", "flow", "statements", "submission", "import", "deals", "tiers", "list");
    private static final List<String> STORES = List.of("memory", "file");

    static Options of(Properties properties) {
        String named = properties.getProperty("bench", "all");
        return new Options(
                Boolean.parseBoolean(properties.getProperty("quick", "false")),
                named.equals("all") ? BENCHMARKS : known("bench", named, BENCHMARKS),
                known("stores", properties.getProperty("stores", "memory,file"), STORES));
    }

    /** How often ceiling and subject are measured, in turn. */
    public int rounds() {
        return quick ? 1 : 3;
    }

    /** How many accruals the ledger already holds. With {@code -Dmillion=true} also a million, which takes some minutes more. */
    public int[] histories() {
        if (quick) {
            return new int[] {0, 10_000};
        }
        return Boolean.getBoolean("million") ? new int[] {0, 100_000, 1_000_000} : new int[] {0, 100_000};
    }

    private static List<String> known(String property, String named, List<String> all) {
        List<String> names = List.of(named.split(","));
        if (!all.containsAll(names)) {
            throw new IllegalArgumentException("-D%s must name some of %s, not %s".formatted(property, all, named));
        }
        return names;
    }
}
