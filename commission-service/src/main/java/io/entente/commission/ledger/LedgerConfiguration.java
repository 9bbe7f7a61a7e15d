package io.entente.commission.ledger;

import io.entente.commission.ledger.audit.LedgerAudit;
import io.entente.commission.ledger.audit.ReconcileLedger;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Schedules the reconciliation of the ledger and publishes its result as the gauge
 * {@code ledger.reconciliation.diff}.
 */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    ReconcileLedger reconcileLedger(LedgerAudit audit, MeterRegistry registry) {
        ReconcileLedger reconcile = new ReconcileLedger(audit);
        registry.gauge("ledger.reconciliation.diff", reconcile, ReconcileLedger::differences);
        return reconcile;
    }

    /** @param interval {@code entente.commission.reconciliation-interval} */
    @Bean
    Sweep reconciliationSweep(
            Sweeps sweeps,
            ReconcileLedger ledger,
            @Value("${entente.commission.reconciliation-interval:1h}") Duration interval) {
        return sweeps.every(interval, "ledger-reconciliation", ledger::reconcile);
    }
}
