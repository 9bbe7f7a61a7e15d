package io.entente.platform.events.consume;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

/**
 * A consumer that ended for another reason than the service's stop takes no more events, and nothing starts it again: the
 * service is no longer live, so that whoever runs it starts a new one. The events wait on the topic.
 */
final class StoppedConsumers implements ApplicationListener<ConsumerStoppedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedConsumers.class);

    private final ApplicationContext service;

    StoppedConsumers(ApplicationContext service) {
        this.service = service;
    }

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() == Reason.NORMAL) {
            return;
        }
        LOG.error("A consumer stopped ({}); this service must be started again", stopped.getReason());
        AvailabilityChangeEvent.publish(service, LivenessState.BROKEN);
    }
}
