package io.entente.referral.disputes.stream;

import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.referral.disputes.MessageDeliveries;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Keeps the deliveries of messages about referrals. Messages about other things are not kept. */
@Configuration(proxyBeanMethods = false)
class MessageEndedListener {

    static final List<String> TYPES =
            List.of("notification.message-delivered.v1", "notification.message-not-delivered.v1");

    @Bean
    Consumer<Message<byte[]>> notificationEvents(EventConsumers consumers, MessageDeliveries deliveries) {
        EventHandler<MessageEnded> handler = (event, envelope) -> event.toDelivery()
                .map(delivery -> deliveries.keep(delivery) ? Handled.APPLIED : Handled.DUPLICATE)
                .orElse(Handled.IGNORED);
        EventConsumer consumer = consumers.named("notificationEvents");
        TYPES.forEach(type -> consumer.on(type, MessageEnded.class, handler));
        return consumer;
    }
}
