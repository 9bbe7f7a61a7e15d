/** Reads the events that the service announces from Kafka. */
@NullMarked
package io.entente.notification.messages.stream;

import org.jspecify.annotations.NullMarked;
