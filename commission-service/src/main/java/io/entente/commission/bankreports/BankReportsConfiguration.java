package io.entente.commission.bankreports;

import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.SettlePayout;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what receives and applies reports of banks. */
@Configuration(proxyBeanMethods = false)
class BankReportsConfiguration {

    @Bean
    ReceiveReport receiveReport(BankReports reports, PayoutBatches batches, Payouts payouts, Clock clock) {
        return new ReceiveReport(reports, new ExpandReport(batches, payouts), clock);
    }

    @Bean
    ApplyReports applyReports(
            BankReports reports, Payouts payouts, SettlePayout settle, OutcomeDates dates, Clock clock) {
        return new ApplyReports(
                reports, new MatchPayment(payouts, settle, dates), TransientFailures::isTransient, clock);
    }

    /** @param interval {@code entente.commission.bank-report-sweep-interval} */
    @Bean
    Sweep bankReportSweep(
            Sweeps sweeps,
            ApplyReports apply,
            @Value("${entente.commission.bank-report-sweep-interval:5s}") Duration interval) {
        return sweeps.atStartAndEvery(interval, "bank-reports", apply::sweep);
    }
}
