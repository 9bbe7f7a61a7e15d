/** Remembers the idempotency keys of requests whose resources have ids of their own. */
@NullMarked
package io.entente.platform.web.keys;

import org.jspecify.annotations.NullMarked;
