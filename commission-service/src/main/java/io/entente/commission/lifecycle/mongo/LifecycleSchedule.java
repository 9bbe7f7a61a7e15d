package io.entente.commission.lifecycle.mongo;

import io.entente.commission.ledger.ReconcileLedger;
import io.entente.commission.lifecycle.Periodic;
import io.entente.commission.lifecycle.ReleaseSweep;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what is due is looked for, and the ledger is checked. */
@Configuration(proxyBeanMethods = false)
class LifecycleSchedule {

    /** @param interval {@code entente.commission.release-sweep-interval} */
    @Bean
    Periodic releaseSweepSchedule(
            ReleaseSweep sweep, @Value("${entente.commission.release-sweep-interval:30s}") Duration interval) {
        return new Periodic("release-sweep", interval, sweep::sweep);
    }

    /** @param interval {@code entente.commission.reconciliation-interval} */
    @Bean
    Periodic reconciliationSchedule(
            ReconcileLedger ledger, @Value("${entente.commission.reconciliation-interval:1h}") Duration interval) {
        return new Periodic("ledger-reconciliation", interval, ledger::reconcile);
    }
}
