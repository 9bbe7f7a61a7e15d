/** Publishes events that are stored in the same document as the change that caused them, until the broker acknowledges them. */
@NullMarked
package io.entente.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
