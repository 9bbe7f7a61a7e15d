package io.entente.commission.partners.stream;

import io.entente.commission.partners.LearnedProfiles;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerErasure;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps the local copy of the partners' profiles up to date. */
@Configuration(proxyBeanMethods = false)
class PartnersStreamConfiguration {

    /**
     * Consumes {@code partner.profiles}. A tombstone erases the partner's personal data: its name, and its payment details.
     * Tiers and model stay, because what the partner has earned is still owed and its last deals must still be
     * priced.
     */
    @Bean
    Consumer<Message<byte[]>> partnerProfiles(
            EventConsumers consumers,
            PartnerProfiles profiles,
            PartnerDirectory directory,
            List<PartnerErasure> others,
            List<LearnedProfiles> interested) {
        return consumers
                .named("partnerProfiles")
                .on("partner.profile.v1", ProfilePublished.class, (profile, envelope) -> {
                    boolean isNew = profiles.learn(profile.toProfile());
                    // Also after a redelivery, because the service can have died right after the profile was stored.
                    profiles.find(profile.toProfile().id())
                            .ifPresent(known -> interested.forEach(other -> other.learned(known)));
                    return isNew ? Handled.APPLIED : Handled.DUPLICATE;
                })
                .onTombstone(partnerId -> {
                    directory.erase(new PartnerId(partnerId));
                    others.forEach(other -> other.erase(new PartnerId(partnerId)));
                    return Handled.APPLIED;
                });
    }
}
