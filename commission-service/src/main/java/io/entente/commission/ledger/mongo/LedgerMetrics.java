package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Posting;
import io.entente.commission.plans.Outcome;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Outcome.NothingDue;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What an operator watches of the ledger: {@code entente.commission.accrued} (commissions, by currency), {@code
 * entente.commission.none} (deals that earned nothing, by reason),
 * {@code entente.ledger.movements} (what happened to commissions later, by kind) and {@code entente.ledger.conflicts} (appends that another
 * instance came before). Duplicates are {@code entente.events.handled}'s.
 */
final class LedgerMetrics {

    private final MeterRegistry registry;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void appended(Entry entry) {
        if (entry instanceof Posting posting) {
            accrued(posting.outcome());
        } else {
            registry.counter("entente.ledger.movements", "kind", entry.kind().name())
                    .increment();
        }
    }

    private void accrued(Outcome outcome) {
        if (outcome instanceof Earned earned) {
            String currency = earned.amount().getCurrencyUnit().getCode();
            registry.counter("entente.commission.accrued", "currency", currency).increment();
        } else {
            String reason = ((NothingDue) outcome).reason().name();
            registry.counter("entente.commission.none", "reason", reason).increment();
        }
    }

    void conflict() {
        registry.counter("entente.ledger.conflicts").increment();
    }
}
