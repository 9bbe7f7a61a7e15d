package io.entente.notification.delivery.worker;

import io.entente.notification.delivery.RetrySchedule;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are delivered: policy, so data.
 *
 * @param workers mails sent at once by this instance
 * @param queueSize mails handed over and not yet begun; what doesn't fit is left to the sweep
 * @param sweepInterval between two looks for what is due
 * @param lease how long one try may take before another instance takes over; longer than all timeouts of
 *     {@code spring.mail.properties} together
 * @param retry waits after the first failures, in order
 * @param retryThenEvery the wait after each later failure
 * @param giveUpAfter counted from when the mail was first due
 */
@ConfigurationProperties("entente.notification.delivery")
record DeliveryProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("1000") int queueSize,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("3m") Duration lease,
        @DefaultValue({"10s", "1m", "5m", "30m", "2h"}) List<Duration> retry,
        @DefaultValue("6h") Duration retryThenEvery,
        @DefaultValue("3d") Duration giveUpAfter) {

    RetrySchedule schedule() {
        return new RetrySchedule(retry, retryThenEvery, giveUpAfter);
    }
}
