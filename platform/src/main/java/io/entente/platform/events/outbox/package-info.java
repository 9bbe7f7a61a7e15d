/** Events leave with the state change that caused them: written in the same document, published until acknowledged. */
@NullMarked
package io.entente.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
