package io.entente.referral.partners.stream;

import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps the local copy of partners up to date. The newest profile counts, and a tombstone erases the partner. */
@Configuration(proxyBeanMethods = false)
class PartnerProfileListener {

    static final String TYPE = "partner.profile.v1";

    @Bean
    Consumer<Message<byte[]>> partnerProfiles(EventConsumers consumers, KnownPartners partners, Arrivals arrivals) {
        return consumers
                .named("partnerProfiles")
                .on(TYPE, PartnerProfile.class, (profile, envelope) -> {
                    KnownPartner partner = profile.toPartner();
                    Handled handled = partners.keep(partner) ? Handled.APPLIED : Handled.DUPLICATE;
                    arrivals.arrived(partner);
                    return handled;
                })
                .onTombstone(partnerId -> partners.erase(partnerId) ? Handled.APPLIED : Handled.DUPLICATE);
    }
}
