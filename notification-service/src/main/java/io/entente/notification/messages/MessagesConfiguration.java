package io.entente.notification.messages;

import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.recipients.Teams;
import io.entente.notification.templates.Templates;
import io.entente.platform.web.constraints.ProgramLanguages;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the notification of audiences. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    Templates templates(ProgramLanguages languages) {
        return new Templates(languages.codes());
    }

    @Bean
    EraseMessages eraseMessages(Notifications notifications) {
        return new EraseMessages(notifications);
    }

    @Bean
    SendOutsideMails sendOutsideMails(
            Notifications notifications,
            Templates templates,
            DeliveryQueue delivery,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        return new SendOutsideMails(notifications, templates, delivery, zone, clock);
    }

    @Bean
    NotifyAudiences notifyAudiences(
            Audiences audiences,
            Recipients recipients,
            Teams teams,
            Notifications notifications,
            ReferralAuthors authors,
            Templates templates,
            DeliveryQueue delivery,
            Clock clock) {
        return new NotifyAudiences(
                audiences,
                recipients,
                teams,
                notifications,
                authors,
                new Wording(templates, recipients),
                delivery,
                clock);
    }
}
