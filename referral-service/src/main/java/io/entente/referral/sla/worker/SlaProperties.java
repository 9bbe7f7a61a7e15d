package io.entente.referral.sla.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often clocks are swept and counted.
 *
 * @param sweepInterval the pause between two sweeps; a reminder or a breach may be published this late
 * @param sweepLimit the maximum number of referrals that one sweep processes
 * @param followInterval the pause between two looks for calendars that have changed and that running clocks follow
 * @param countInterval the pause between two counts of the clocks for the metrics
 * @param countEnded ended clocks are counted if they ended within this time
 */
@ConfigurationProperties("entente.referral.sla")
record SlaProperties(
        @DefaultValue("15s") Duration sweepInterval,
        @DefaultValue("10000") int sweepLimit,
        @DefaultValue("5s") Duration followInterval,
        @DefaultValue("1m") Duration countInterval,
        @DefaultValue("24h") Duration countEnded) {}
