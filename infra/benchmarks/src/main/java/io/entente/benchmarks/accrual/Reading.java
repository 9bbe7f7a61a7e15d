package io.entente.benchmarks.accrual;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Reads one counter of the service. It is searched for only until it is there: a search goes through all meters, and fifty
 * of them a second took a sixth of the processor time that the subject was measured with.
 */
final class Reading {

    private final Search search;
    private @Nullable Counter counter;

    Reading(Search search) {
        this.search = search;
    }

    /** What was counted; 0 as long as nothing was. */
    double value() {
        if (counter == null) {
            counter = search.counter();
        }
        return counter == null ? 0 : counter.count();
    }
}
