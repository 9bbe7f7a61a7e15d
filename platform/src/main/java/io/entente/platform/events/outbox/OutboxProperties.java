package io.entente.platform.events.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says when the sweep publishes outboxes.
 *
 * @param sweepInterval time between two sweeps if nothing has failed in this instance
 * @param fastPathAge age up to which an outbox is left to the publication right after its write
 */
@ConfigurationProperties("entente.messaging.outbox")
public record OutboxProperties(@DefaultValue("5s") Duration sweepInterval, @DefaultValue("3s") Duration fastPathAge) {}
