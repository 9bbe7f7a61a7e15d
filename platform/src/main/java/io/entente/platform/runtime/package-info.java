/** Starts a service and configures what all services have in common: health, store, scheduling, leases. */
@NullMarked
package io.entente.platform.runtime;

import org.jspecify.annotations.NullMarked;
