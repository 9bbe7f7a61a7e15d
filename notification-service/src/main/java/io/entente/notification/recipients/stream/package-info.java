/** Recipients from Kafka: the compacted partner profiles. */
@NullMarked
package io.entente.notification.recipients.stream;

import org.jspecify.annotations.NullMarked;
