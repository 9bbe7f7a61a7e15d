/** Takes events off Kafka: already seen has no effect, away is retried, anything else is parked. */
@NullMarked
package io.entente.platform.events.consume;

import org.jspecify.annotations.NullMarked;
