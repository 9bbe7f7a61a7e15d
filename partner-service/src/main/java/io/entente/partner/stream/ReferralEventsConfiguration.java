package io.entente.partner.stream;

import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.referrals.FollowReferrals;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Subscribes to {@code referral.events}. */
@Configuration(proxyBeanMethods = false)
class ReferralEventsConfiguration {

    private static final String SUBMITTED = "referral.referral-submitted.v1";

    @Bean
    Consumer<Message<byte[]>> referralEvents(
            EventConsumers consumers, FollowReferrals follow, ManageOnboarding onboarding) {
        EventHandler<ReferralMoved> handler = (event, envelope) -> {
            boolean isNew = follow.follow(event.toProgress(envelope));
            if (SUBMITTED.equals(envelope.type()) && event.isByPartner()) {
                onboarding.referralMade(event.partnerId(), event.referralId());
            }
            return isNew ? Handled.APPLIED : Handled.DUPLICATE;
        };
        EventConsumer consumer = consumers.named("referralEvents");
        ReferralMoved.KINDS.keySet().forEach(type -> consumer.on(type, ReferralMoved.class, handler));
        return consumer;
    }
}
