package io.entente.commission.forecast;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.forecast.referrals.TrackedReferrals;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.plans.PlanBooks;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.runtime.PolicyFiles;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;

/** Creates the beans that draw up forecasts. */
@Configuration(proxyBeanMethods = false)
class ForecastConfiguration {

    /** The assumptions of forecasts are policy, not code: a file that an installation can replace. */
    @Bean
    PolicyVersions<ForecastPolicy> forecastPolicies(
            ObjectMapper json,
            @Value("${entente.commission.forecast-policies:classpath:policy/forecast-policies.json}") Resource file)
            throws IOException {
        return PolicyFiles.read("assumptions of forecasts", json, file, ForecastPolicy[].class);
    }

    @Bean
    DrawUpForecast drawUpForecast(
            PlanBooks books,
            Ledger ledger,
            Transactions transactions,
            Commissions commissions,
            ClientStandings standings,
            SubmittedReferrals submitted,
            TrackedReferrals referrals,
            OpenCommissions open,
            PolicyVersions<ForecastPolicy> policies,
            ProgramCalendar calendar) {
        return new DrawUpForecast(
                books,
                ledger,
                commissions,
                standings,
                submitted,
                referrals,
                open,
                new TrackCommissions(ledger, transactions, open),
                policies,
                calendar);
    }
}
