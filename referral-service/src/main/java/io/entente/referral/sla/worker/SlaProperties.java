package io.entente.referral.sla.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clocks are looked after.
 *
 * @param sweepInterval between the end of one sweep and the next: how late a reminder or a breach may be told
 * @param sweepLimit referrals in one sweep
 * @param countInterval between two counts of the clocks, for the metrics
 * @param countEnded how far back clocks that ended are counted, too
 */
@ConfigurationProperties("entente.referral.sla")
record SlaProperties(
        @DefaultValue("15s") Duration sweepInterval,
        @DefaultValue("10000") int sweepLimit,
        @DefaultValue("1m") Duration countInterval,
        @DefaultValue("24h") Duration countEnded) {}
