package io.entente.partner.stream;

import io.entente.partner.performance.RecordPerformance;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Subscribes to {@code commission.events}: what partners earn is what the program costs. */
@Configuration(proxyBeanMethods = false)
class CommissionEventsConfiguration {

    @Bean
    Consumer<Message<byte[]>> commissionEvents(
            EventConsumers consumers,
            RecordPerformance performance,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        EventConsumer consumer = consumers.named("commissionEvents");
        PartnerEarned.TYPES.forEach(type -> consumer.on(
                type,
                PartnerEarned.class,
                (event, envelope) ->
                        event.recordTo(performance, envelope, zone) ? Handled.APPLIED : Handled.DUPLICATE));
        return consumer;
    }
}
