package io.entente.platform.events.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outboxes are swept.
 *
 * @param sweepInterval between two sweeps that nothing calls for; cheap over an index, a scan on a store without one
 * @param fastPathAge how long an outbox is left to the fast path before the sweep takes it
 */
@ConfigurationProperties("entente.messaging.outbox")
public record OutboxProperties(@DefaultValue("5s") Duration sweepInterval, @DefaultValue("3s") Duration fastPathAge) {}
