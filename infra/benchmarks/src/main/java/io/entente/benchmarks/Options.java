package io.entente.benchmarks;

import java.util.List;
import java.util.Properties;

/**
 * What to measure, from system properties.
 *
 * @param quick a tenth of the work, for looking whether everything runs; the figures are for nobody
 * @param benchmarks {@code pricing}, {@code relay}, {@code accrual}, {@code flow}, {@code statements},
 *     {@code submission}, {@code import}, or {@code all}
 * @param stores {@code memory}, {@code file}; replaced by the store that the environment names, if it does
 */
public record Options(boolean quick, List<String> benchmarks, List<String> stores) {

    private static final List<String> BENCHMARKS =
            List.of("pricing", "relay", "accrual", "flow", "statements", "submission", "import");
    private static final List<String> STORES = List.of("memory", "file");

    static Options of(Properties properties) {
        String named = properties.getProperty("bench", "all");
        return new Options(
                Boolean.parseBoolean(properties.getProperty("quick", "false")),
                named.equals("all") ? BENCHMARKS : known("bench", named, BENCHMARKS),
                known("stores", properties.getProperty("stores", "memory,file"), STORES));
    }

    /** Rounds of ceiling and subject in turn. */
    public int rounds() {
        return quick ? 1 : 3;
    }

    /** How many accruals are in the ledger already; with {@code -Dmillion=true} also a million, some minutes more. */
    public int[] histories() {
        if (quick) {
            return new int[] {0, 10_000};
        }
        return Boolean.getBoolean("million") ? new int[] {0, 100_000, 1_000_000} : new int[] {0, 100_000};
    }

    private static List<String> known(String property, String named, List<String> all) {
        List<String> names = List.of(named.split(","));
        if (!all.containsAll(names)) {
            throw new IllegalArgumentException("-D%s is of %s, not %s".formatted(property, all, named));
        }
        return names;
    }
}
