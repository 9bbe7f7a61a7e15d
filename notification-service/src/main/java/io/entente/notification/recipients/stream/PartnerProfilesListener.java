package io.entente.notification.recipients.stream;

import io.entente.notification.recipients.RecipientErasure;
import io.entente.notification.recipients.Recipients;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Copies the partner profiles from {@code partner.profiles}. A tombstone erases a recipient, and what was written to it and about it. */
@Configuration(proxyBeanMethods = false)
class PartnerProfilesListener {

    @Bean
    Consumer<Message<byte[]>> partnerProfiles(
            EventConsumers consumers, Recipients recipients, List<RecipientErasure> erasures) {
        return consumers
                .named("partnerProfiles")
                .on(
                        "partner.profile.v1",
                        PartnerProfile.class,
                        (profile, envelope) ->
                                recipients.keep(profile.toRecipient()) ? Handled.APPLIED : Handled.DUPLICATE)
                .onTombstone(partnerId -> {
                    // From now on nothing is written about it, so what is erased afterwards is all there is.
                    boolean erased = recipients.erase(partnerId);
                    erasures.forEach(erasure -> erasure.erase(partnerId));
                    return erased ? Handled.APPLIED : Handled.DUPLICATE;
                });
    }
}
