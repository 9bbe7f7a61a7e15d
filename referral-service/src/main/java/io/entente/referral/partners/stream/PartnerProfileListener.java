package io.entente.referral.partners.stream;

import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import io.entente.referral.partners.Arrivals;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.TeamFollowers;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps the local copy of partners up to date. The newest profile counts, and a tombstone erases the partner. */
@Configuration(proxyBeanMethods = false)
class PartnerProfileListener {

    static final String TYPE = "partner.profile.v1";

    @Bean
    Consumer<Message<byte[]>> partnerProfiles(
            EventConsumers consumers, KnownPartners partners, TeamFollowers followers, Arrivals arrivals) {
        return consumers
                .named("partnerProfiles")
                .on(TYPE, PartnerProfile.class, (profile, envelope) -> {
                    KnownPartner partner = profile.toPartner();
                    boolean newTeam = hasNewTeam(partner, partners);
                    if (newTeam) {
                        // Before the profile is stored, so that a crash in between leaves nothing undone.
                        followers.teamChanged(partner);
                    }
                    Handled handled = partners.keep(partner) ? Handled.APPLIED : Handled.DUPLICATE;
                    if (newTeam) {
                        // What was escalated meanwhile may have gone to the people before.
                        followers.teamChanged(partner);
                    }
                    arrivals.arrived(partner);
                    return handled;
                })
                .onTombstone(partnerId -> partners.erase(partnerId) ? Handled.APPLIED : Handled.DUPLICATE);
    }

    private static boolean hasNewTeam(KnownPartner partner, KnownPartners partners) {
        return partners.find(partner.id())
                .filter(known ->
                        known.version() < partner.version() && !known.team().equals(partner.team()))
                .isPresent();
    }
}
