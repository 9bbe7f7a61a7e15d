package io.entente.referral.crm.stream;

import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.referral.crm.WaitingDeals;
import io.entente.referral.referral.ReferralId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Tries the waiting changes of a CRM's deal when its referral has changed. It reads the events of this service from the broker,
 * so that no command waits for it and a crash loses nothing.
 */
@Configuration(proxyBeanMethods = false)
class ReferralChangeListener {

    /** The events after which a referral may allow a change that it refused before. Other events are skipped. */
    static final List<String> TYPES = List.of(
            "referral.information-provided.v1",
            "referral.referral-accepted.v1",
            "referral.referral-declined.v1",
            "referral.referral-withdrawn.v1",
            "referral.referral-expired.v1",
            "referral.referral-lost.v1",
            "referral.referral-reopened.v1",
            "referral.referral-resumed.v1",
            "referral.conflict-decided.v1",
            "referral.deal-closed.v1",
            "referral.deal-corrected.v1",
            "referral.deal-reversed.v1");

    @Bean
    Consumer<Message<byte[]>> referralEvents(EventConsumers consumers, WaitingDeals waiting) {
        EventHandler<ReferralChange> handler = (event, envelope) ->
                waiting.referralChanged(new ReferralId(event.referralId())) ? Handled.APPLIED : Handled.DUPLICATE;
        EventConsumer consumer = consumers.named("referralEvents");
        TYPES.forEach(type -> consumer.on(type, ReferralChange.class, handler));
        return consumer;
    }
}
