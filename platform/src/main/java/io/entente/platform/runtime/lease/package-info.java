/** Leases on stored work: one instance at a time works on an item, and another takes over if it dies. Plain Java. */
@NullMarked
package io.entente.platform.runtime.lease;

import org.jspecify.annotations.NullMarked;
