/** Notifications from Kafka: the events that partners hear of. */
@NullMarked
package io.entente.notification.messages.stream;

import org.jspecify.annotations.NullMarked;
