package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.RetrySchedule;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are delivered. This is policy, so it is configuration.
 *
 * @param workers how many mails an instance sends at the same time
 * @param queueSize how many mails may wait in the queue; the sweep finds those that don't fit
 * @param sweepInterval the pause between two searches for due mails
 * @param lease how long an attempt may take before another instance takes over; longer than all timeouts of
 *     {@code spring.mail.properties} together
 * @param retry delays after the first failures, in order
 * @param retryThenEvery the delay after each later failure
 * @param giveUpAfter counted from the time when the mail was first due
 */
@ConfigurationProperties("entente.notification.delivery")
public record DeliveryProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("1000") int queueSize,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("3m") Duration lease,
        @DefaultValue({"10s", "1m", "5m", "30m", "2h"}) List<Duration> retry,
        @DefaultValue("6h") Duration retryThenEvery,
        @DefaultValue("3d") Duration giveUpAfter) {

    public RetrySchedule schedule() {
        return new RetrySchedule(retry, retryThenEvery, giveUpAfter);
    }
}
