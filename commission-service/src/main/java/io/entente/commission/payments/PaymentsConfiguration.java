package io.entente.commission.payments;

import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFacts;
import io.entente.commission.deals.DealFiles;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that record payments and refunds. */
@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {

    /** @param startsOn the first day of the program, {@code entente.program.starts-on}; empty if it has none */
    @Bean
    ReportDates reportDates(ProgramCalendar calendar, @Value("${entente.program.starts-on:}") String startsOn) {
        return new ReportDates(calendar, startsOn.isBlank() ? null : LocalDate.parse(startsOn));
    }

    @Bean
    ReportPayments reportPayments(DealFiles files, CreditedDeals deals, SettleDeals settling, ReportDates dates) {
        return new ReportPayments(files, deals, settling, dates);
    }

    @Bean
    NotifyUnmatched notifyUnmatched(DealFacts facts, CreditedDeals deals, PaymentNotices notices, Clock clock) {
        return new NotifyUnmatched(facts, deals, notices, clock);
    }

    @Bean
    FinishReports finishReports(DealFacts facts, ReportPayments reports, Clock clock) {
        return new FinishReports(facts, reports, clock, TransientFailures::isTransient);
    }

    /** @param interval {@code entente.commission.report-sweep-interval} */
    @Bean
    Sweep interruptedReportsSweep(
            Sweeps sweeps,
            FinishReports finish,
            @Value("${entente.commission.report-sweep-interval:5s}") Duration interval) {
        return sweeps.every(interval, "interrupted-reports", finish::sweep);
    }

    /** @param interval {@code entente.commission.unmatched-sweep-interval} */
    @Bean
    Sweep unmatchedPaymentsSweep(
            Sweeps sweeps,
            NotifyUnmatched notify,
            @Value("${entente.commission.unmatched-sweep-interval:1m}") Duration interval) {
        return sweeps.every(interval, "unmatched-payments", notify::sweep);
    }
}
