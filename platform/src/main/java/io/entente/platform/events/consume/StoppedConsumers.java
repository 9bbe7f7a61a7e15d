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
 * Declares the service broken if a consumer ends although the service is not stopping. Nothing starts such a consumer again, so
 * the platform that runs the service has to start a new instance. The events wait on the topic.
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
        LOG.error("A consumer has stopped ({}); this service must be restarted", stopped.getReason());
        AvailabilityChangeEvent.publish(service, LivenessState.BROKEN);
    }
}
