/** Reads the compacted partner profiles from Kafka. */
@NullMarked
package io.entente.notification.recipients.stream;

import org.jspecify.annotations.NullMarked;
