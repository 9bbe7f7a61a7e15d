/** What travels around an event: CloudEvents 1.0 attributes in Kafka's binary mode, and what caused what. */
@NullMarked
package io.entente.platform.events.envelope;

import org.jspecify.annotations.NullMarked;
