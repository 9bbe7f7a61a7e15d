package io.entente.referral.deals;

import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the deals feature. */
@Configuration(proxyBeanMethods = false)
class DealsConfiguration {

    @Bean
    CloseDealHandler closeDealHandler(
            Referrals referrals, DealIds dealIds, KnownPartners partners, TermsInForce terms, Clock clock) {
        return new CloseDealHandler(referrals, dealIds, partners, terms, clock);
    }
}
