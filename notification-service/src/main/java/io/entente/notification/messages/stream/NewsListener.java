package io.entente.notification.messages.stream;

import io.entente.messaging.consume.EventConsumers;
import io.entente.notification.delivery.DeliveryQueue;
import io.entente.notification.messages.Notifications;
import io.entente.notification.messages.NotifyPartners;
import io.entente.notification.messages.stream.CommissionNews.CommissionAccrued;
import io.entente.notification.messages.stream.CommissionNews.NoCommissionDue;
import io.entente.notification.messages.stream.ReferralNews.DealClosed;
import io.entente.notification.messages.stream.ReferralNews.ReferralAccepted;
import io.entente.notification.messages.stream.ReferralNews.ReferralDeclined;
import io.entente.notification.messages.stream.ReferralNews.ReferralSubmitted;
import io.entente.notification.recipients.Recipients;
import io.entente.notification.templates.Templates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Turns events into news and passes them on. */
@Configuration(proxyBeanMethods = false)
class NewsListener {

    @Bean
    NotifyPartners notifyPartners(
            Recipients recipients,
            Notifications notifications,
            Templates templates,
            DeliveryQueue delivery,
            MeterRegistry registry,
            Clock clock) {
        return new NotifyPartners(
                recipients, new CountedNotifications(notifications, registry), templates, delivery, clock);
    }

    @Bean
    Consumer<Message<byte[]>> referralEvents(EventConsumers consumers, NotifyPartners partners) {
        return consumers
                .named("referralEvents")
                .on(
                        "referral.referral-submitted.v1",
                        ReferralSubmitted.class,
                        (event, envelope) -> partners.tell(event.news(envelope)))
                .on(
                        "referral.referral-accepted.v1",
                        ReferralAccepted.class,
                        (event, envelope) -> partners.tell(event.news(envelope)))
                .on(
                        "referral.referral-declined.v1",
                        ReferralDeclined.class,
                        (event, envelope) -> partners.tell(event.news(envelope)))
                .on(
                        "referral.deal-closed.v1",
                        DealClosed.class,
                        (event, envelope) -> partners.tell(event.news(envelope)));
    }

    @Bean
    Consumer<Message<byte[]>> commissionEvents(EventConsumers consumers, NotifyPartners partners) {
        return consumers
                .named("commissionEvents")
                .on(
                        "commission.commission-accrued.v1",
                        CommissionAccrued.class,
                        (event, envelope) -> partners.tell(event.news(envelope)))
                .on(
                        "commission.no-commission-due.v1",
                        NoCommissionDue.class,
                        (event, envelope) -> partners.tell(event.news(envelope)));
    }
}
