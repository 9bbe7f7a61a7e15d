package io.entente.commission.ledger.mongo;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts {@code entente.ledger.conflicts}: appends that found their place in the chain taken by another instance. */
final class LedgerMetrics {

    private final MeterRegistry registry;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void conflict() {
        registry.counter("entente.ledger.conflicts").increment();
    }
}
