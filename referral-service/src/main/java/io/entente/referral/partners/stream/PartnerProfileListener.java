package io.entente.referral.partners.stream;

import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
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
    Consumer<Message<byte[]>> partnerProfiles(EventConsumers consumers, KnownPartners partners) {
        return consumers
                .named("partnerProfiles")
                .on(
                        TYPE,
                        PartnerProfile.class,
                        (profile, envelope) -> partners.keep(profile.toPartner()) ? Handled.APPLIED : Handled.DUPLICATE)
                .onTombstone(partnerId -> partners.erase(partnerId) ? Handled.APPLIED : Handled.DUPLICATE);
    }
}
