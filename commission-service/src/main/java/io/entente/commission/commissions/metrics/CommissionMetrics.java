package io.entente.commission.commissions.metrics;

import io.entente.commission.commissions.Posting;
import io.entente.commission.ledger.AppendObserver;
import io.entente.commission.ledger.Entry;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what an operator watches: {@code entente.commission.accrued} counts commissions by currency,
 * {@code entente.commission.none} counts deals that earned nothing by reason, and {@code entente.ledger.movements}
 * counts later changes of commissions by kind. Events that are delivered again are counted by
 * {@code entente.events.handled}.
 */
@Component
class CommissionMetrics implements AppendObserver {

    private final MeterRegistry registry;

    CommissionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void appended(Entry entry) {
        if (entry instanceof Posting posting) {
            accrued(posting.outcome());
        } else {
            registry.counter("entente.ledger.movements", "kind", entry.kind().name())
                    .increment();
        }
    }

    private void accrued(PricingResult outcome) {
        if (outcome instanceof Earned earned) {
            String currency = earned.amount().getCurrencyUnit().getCode();
            registry.counter("entente.commission.accrued", "currency", currency).increment();
        } else {
            String reason = ((NothingDue) outcome).reason().name();
            registry.counter("entente.commission.none", "reason", reason).increment();
        }
    }
}
