package io.entente.referral.crm;

import io.entente.referral.deals.CloseDealHandler;
import io.entente.referral.intake.profiles.ImportProfiles;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.Referrals;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the CRMs' webhooks together. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

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
            CloseDealHandler closing,
            ImportProfiles profiles,
            CrmSettings settings,
            Clock clock) {
        return new CrmDealHandler(deals, referrals, commands, closing, profiles, settings, clock);
    }
}
