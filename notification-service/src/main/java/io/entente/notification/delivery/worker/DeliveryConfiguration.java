package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.DeliverMail;
import io.entente.notification.delivery.Mailer;
import io.entente.notification.delivery.Outgoing;
import io.entente.notification.recipients.AddressBook;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.Templates;
import io.entente.platform.domain.IdGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the delivery. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    DeliverMail deliverMail(
            Outgoing outgoing,
            Recipients recipients,
            Teams teams,
            Templates templates,
            Mailer mailer,
            DeliveryProperties properties,
            IdGenerator ids,
            Clock clock) {
        return new DeliverMail(
                outgoing,
                new AddressBook(recipients, teams),
                templates,
                mailer,
                properties.schedule(),
                properties.lease(),
                ids,
                clock);
    }

    @Bean
    DeliveryWorker deliveryWorker(
            DeliverMail deliverMail,
            Outgoing outgoing,
            DeliveryProperties properties,
            MeterRegistry registry,
            Clock clock) {
        return new DeliveryWorker(deliverMail, outgoing, new DeliveryMetrics(registry, clock), properties, clock);
    }
}
