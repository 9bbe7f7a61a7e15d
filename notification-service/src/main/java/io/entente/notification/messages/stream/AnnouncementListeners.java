package io.entente.notification.messages.stream;

import io.entente.notification.messages.Announcement;
import io.entente.notification.messages.Audiences;
import io.entente.notification.messages.NotifyAudiences;
import io.entente.notification.messages.ReferralAuthors;
import io.entente.notification.messages.SendOutsideMails;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.recipients.Teams;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Subscribes to the events of the catalogue and announces them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AudienceProperties.class)
class AnnouncementListeners {

    @Bean
    Audiences audiences(AudienceProperties properties, Teams teams) {
        return properties.toAudiences(teams);
    }

    @Bean
    Consumer<Message<byte[]>> partnerEvents(
            EventConsumers consumers,
            NotifyAudiences notifyAudiences,
            ReferralAuthors authors,
            SendOutsideMails outside) {
        EventConsumer consumer = OutsideMessageEvents.subscribe(consumers.named("partnerEvents"), outside);
        return subscribe(consumer, EventCatalogue.PARTNER, notifyAudiences, authors);
    }

    @Bean
    Consumer<Message<byte[]>> referralEvents(
            EventConsumers consumers, NotifyAudiences notifyAudiences, ReferralAuthors authors) {
        return subscribe(consumers.named("referralEvents"), EventCatalogue.REFERRAL, notifyAudiences, authors);
    }

    @Bean
    Consumer<Message<byte[]>> commissionEvents(
            EventConsumers consumers, NotifyAudiences notifyAudiences, ReferralAuthors authors) {
        return subscribe(consumers.named("commissionEvents"), EventCatalogue.COMMISSION, notifyAudiences, authors);
    }

    private static EventConsumer subscribe(
            EventConsumer consumer, List<EventType> types, NotifyAudiences notifyAudiences, ReferralAuthors authors) {
        types.forEach(type -> consumer.on(type.wireType(), type.event(), (event, envelope) -> {
            Announcement announcement = event.announcement(envelope);
            String referralId = announcement.referralId();
            if (referralId != null) {
                event.author().ifPresent(author -> authors.keep(referralId, author));
            }
            return notifyAudiences.announce(announcement);
        }));
        return consumer;
    }
}
