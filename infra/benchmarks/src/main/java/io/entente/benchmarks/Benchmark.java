package io.entente.benchmarks;

/** One of the pipeline's benchmarks: measured on each store in turn, then shown as one section of the README. */
public interface Benchmark {

    /** Measures on these servers, and remembers the rows. */
    void measure(Servers servers) throws Exception;

    /** The section: heading, table, and what can be read from it. */
    String report();
}
