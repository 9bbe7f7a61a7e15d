/**
 * Which persons act for a tenant and with which rights, in memory, so that no request waits for the store. Plain Java; {@code mongo}
 * stores what a compacted topic says, and {@code web} reads the topic.
 */
@NullMarked
package io.entente.platform.security.members;

import org.jspecify.annotations.NullMarked;
