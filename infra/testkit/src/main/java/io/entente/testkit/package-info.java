/** What every service's tests need: a running service over a real broker and store, the contracts, the architecture's rules. */
@NullMarked
package io.entente.testkit;

import org.jspecify.annotations.NullMarked;
