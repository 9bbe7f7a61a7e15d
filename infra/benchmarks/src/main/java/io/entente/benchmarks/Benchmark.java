package io.entente.benchmarks;

/** A benchmark. If it needs a store, it is measured on each store in turn. Its result is a section of the README. */
public interface Benchmark {

    /** Whether the benchmark needs a broker and a store. */
    default boolean needsServers() {
        return true;
    }

    /** Measures without servers and keeps the rows of the table. */
    default void measure() throws Exception {}

    /** Measures on these servers and keeps the rows of the table. */
    default void measure(Servers servers) throws Exception {}

    /** The section of the README: heading and tables. */
    String report();
}
