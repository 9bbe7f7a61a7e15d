package io.entente.referral.sla.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clocks are looked after.
 *
 * @param sweepInterval between the end of one sweep and the next: how late a reminder or a breach may be told
 * @param sweepLimit referrals in one sweep
 * @param countInterval between two counts of the open clocks, for the metrics
 */
@ConfigurationProperties("entente.referral.sla")
record SlaProperties(
        @DefaultValue("15s") Duration sweepInterval,
        @DefaultValue("10000") int sweepLimit,
        @DefaultValue("1m") Duration countInterval) {}
