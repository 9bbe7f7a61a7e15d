/** Leases in the documents that they protect. */
@NullMarked
package io.entente.platform.runtime.lease.mongo;

import org.jspecify.annotations.NullMarked;
