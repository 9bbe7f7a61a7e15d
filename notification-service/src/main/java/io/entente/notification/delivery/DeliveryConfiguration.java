package io.entente.notification.delivery;

import io.entente.notification.delivery.worker.DeliveryProperties;
import io.entente.notification.recipients.AddressBook;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.Templates;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.web.MessageSealConfiguration;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the delivery of mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
@Import(MessageSealConfiguration.class)
class DeliveryConfiguration {

    @Bean
    DeliverMail deliverMail(
            Outgoing outgoing,
            Recipients recipients,
            Teams teams,
            Templates templates,
            MessageSeal seal,
            Mailer mailer,
            DeliveryProperties properties,
            IdGenerator ids,
            Clock clock) {
        return new DeliverMail(
                outgoing,
                new AddressBook(recipients, teams),
                templates,
                seal,
                mailer,
                properties.schedule(),
                properties.lease(),
                ids,
                clock);
    }
}
