package io.entente.referral.crm;

import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.runtime.schedule.Sweeps;
import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configures the CRM feature. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CrmConfiguration.class);

    @Bean
    CrmSettings crmSettings(Environment environment) {
        return Binder.get(environment)
                .bind("entente.referral.crm", CrmSettings.class)
                .get();
    }

    @Bean
    CrmDealHandler crmDealHandler(
            CrmDeals deals,
            Referrals referrals,
            ReferralCommandHandler commands,
            Deals closed,
            CloseDealHandler closing,
            ImportProfiles profiles,
            CrmSettings settings,
            Clock clock) {
        return new CrmDealHandler(deals, referrals, commands, closed, closing, profiles, settings, clock);
    }

    /** Also runs at the start of the service, because a crash may have interrupted a change. */
    @Bean
    Sweep crmDealSweep(Sweeps sweeps, CrmDealHandler deals) {
        return sweeps.atStartAndEvery(Duration.ofHours(1), "crm-deals", () -> {
            deals.followAll();
            long deleted = deals.deleteUnlinked();
            if (deleted > 0) {
                LOG.info("Deleted {} CRM deals that nobody linked in time", deleted);
            }
        });
    }
}
