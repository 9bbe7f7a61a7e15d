/**
 * The audit log: who did what to which resource with which outcome, refused attempts included. Plain Java; {@code web} watches the
 * requests, {@code journal} keeps what isn't stored yet, and {@code mongo} stores the chain.
 */
@NullMarked
package io.entente.platform.audit;

import org.jspecify.annotations.NullMarked;
