package io.entente.partner.stream;

import io.entente.partner.agreements.plans.KnownPlans;
import io.entente.partner.performance.RecordPerformance;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.Handled;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Subscribes to {@code commission.events}: what partners earn is what the program costs, and agreements are compared with the plans. */
@Configuration(proxyBeanMethods = false)
class CommissionEventsConfiguration {

    @Bean
    Consumer<Message<byte[]>> commissionEvents(
            EventConsumers consumers,
            RecordPerformance performance,
            KnownPlans plans,
            Clock clock,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        EventConsumer consumer = consumers.named("commissionEvents");
        PartnerEarned.TYPES.forEach(type -> consumer.on(
                type, PartnerEarned.class, (event, envelope) -> handled(event.recordTo(performance, envelope, zone))));
        return consumer.on(
                        PlanMoved.PUBLISHED,
                        PlanMoved.class,
                        (event, envelope) ->
                                handled(plans.publish(event.toPlan(), envelope.sequence(), clock.instant())))
                .on(
                        PlanMoved.RETIRED,
                        PlanMoved.class,
                        (event, envelope) -> handled(plans.retire(
                                event.plan().code(),
                                event.plan().version(),
                                Objects.requireNonNull(event.effectiveTo()),
                                envelope.sequence(),
                                clock.instant())));
    }

    private static Handled handled(boolean hasChanged) {
        return hasChanged ? Handled.APPLIED : Handled.DUPLICATE;
    }
}
