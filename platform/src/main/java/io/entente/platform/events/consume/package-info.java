/** Consumes events: retries transient failures and parks events that can't be handled. */
@NullMarked
package io.entente.platform.events.consume;

import org.jspecify.annotations.NullMarked;
