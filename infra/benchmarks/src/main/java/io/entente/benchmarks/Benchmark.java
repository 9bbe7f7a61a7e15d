package io.entente.benchmarks;

/** One of the benchmarks: measured, on each store in turn where it needs one, then shown as one section of the README. */
public interface Benchmark {

    /** Whether it measures something with a broker and a store in it. */
    default boolean needsServers() {
        return true;
    }

    /** Measures what needs no servers, and remembers the rows. */
    default void measure() throws Exception {}

    /** Measures on these servers, and remembers the rows. */
    default void measure(Servers servers) throws Exception {}

    /** The section: heading, table, and what can be read from it. */
    String report();
}
