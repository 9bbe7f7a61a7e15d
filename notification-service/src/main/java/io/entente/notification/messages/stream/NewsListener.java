package io.entente.notification.messages.stream;

import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.messages.Notifications;
import io.entente.notification.messages.Tell;
import io.entente.notification.messages.Wording;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.Templates;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Turns events into news and passes them on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AudienceProperties.class)
class NewsListener {

    @Bean
    Tell tell(
            AudienceProperties properties,
            Recipients recipients,
            Teams teams,
            Notifications notifications,
            Templates templates,
            DeliveryQueue delivery,
            MeterRegistry registry,
            Clock clock) {
        return new Tell(
                properties.toAudiences(teams),
                recipients,
                teams,
                new CountedNotifications(notifications, registry),
                new Wording(templates, recipients),
                delivery,
                clock);
    }

    @Bean
    Consumer<Message<byte[]>> referralEvents(EventConsumers consumers, Tell tell) {
        return subscribed(consumers.named("referralEvents"), NewsTypes.REFERRAL, tell);
    }

    @Bean
    Consumer<Message<byte[]>> commissionEvents(EventConsumers consumers, Tell tell) {
        return subscribed(consumers.named("commissionEvents"), NewsTypes.COMMISSION, tell);
    }

    private static EventConsumer subscribed(
            EventConsumer consumer, Map<String, Class<? extends Newsworthy>> types, Tell tell) {
        types.forEach((type, event) -> consumer.on(type, event, (read, envelope) -> tell.tell(read.news(envelope))));
        return consumer;
    }
}
