package io.entente.benchmarks;

/** Reports progress on standard error, because standard output is for the tables only. */
public final class Progress {

    private static final long START = System.nanoTime();

    private Progress() {}

    public static void say(String format, Object... arguments) {
        System.err.printf("%4d s  %s%n", (System.nanoTime() - START) / 1_000_000_000, format.formatted(arguments));
    }
}
