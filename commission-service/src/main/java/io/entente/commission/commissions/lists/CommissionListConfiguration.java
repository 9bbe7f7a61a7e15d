package io.entente.commission.commissions.lists;

import io.entente.commission.ledger.Transactions;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that keep the list of commissions up to date. */
@Configuration(proxyBeanMethods = false)
class CommissionListConfiguration {

    @Bean
    FollowLedger followLedger(Transactions transactions, CommissionList list, Clock clock) {
        return new FollowLedger(transactions, list, clock);
    }

    /** @param interval {@code entente.commission.list-interval} */
    @Bean
    Sweep commissionListSweep(
            Sweeps sweeps, FollowLedger ledger, @Value("${entente.commission.list-interval:1s}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "commission-list", ledger::run);
    }
}
