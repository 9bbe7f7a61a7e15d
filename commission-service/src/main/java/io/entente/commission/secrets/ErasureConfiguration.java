package io.entente.commission.secrets;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.platform.secrets.DataKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the erasure of partners. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    private static final Duration SWEEP_INTERVAL = Duration.ofHours(6);

    @Bean
    ErasePayees erasePayees(
            DataKeys keys,
            ErasedPartners erased,
            @Value("${entente.commission.records-retention:P10Y}") Period retention,
            Clock clock) {
        return new ErasePayees(keys, erased, retention, clock);
    }

    @Bean
    Sweep eraseRecordsSweep(Sweeps sweeps, ErasePayees erasing) {
        return sweeps.atStartAndEvery(SWEEP_INTERVAL, "erase-records", erasing::eraseRecords);
    }
}
