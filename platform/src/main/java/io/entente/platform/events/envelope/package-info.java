/** The attributes of events and their form as Kafka records, which is the binary mode of CloudEvents 1.0. */
@NullMarked
package io.entente.platform.events.envelope;

import org.jspecify.annotations.NullMarked;
