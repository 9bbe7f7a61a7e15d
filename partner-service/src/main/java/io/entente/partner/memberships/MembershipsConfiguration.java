package io.entente.partner.memberships;

import io.entente.partner.partnership.Partners;
import io.entente.platform.security.DefaultRight;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires memberships. */
@Configuration(proxyBeanMethods = false)
class MembershipsConfiguration {

    /** A handler that doesn't say what it needs is for those who decide about the partner's people. */
    @Bean
    DefaultRight rightToManageMembers() {
        return new DefaultRight("MANAGE_MEMBERS");
    }

    /** @param validity {@code entente.memberships.invitation-validity}, such as {@code 14d} */
    @Bean
    ManageMembers manageMembers(
            Rosters rosters,
            Partners partners,
            Clock clock,
            @Value("${entente.memberships.invitation-validity:14d}") Duration validity) {
        return new ManageMembers(rosters, partners, clock, validity);
    }
}
