/** Local copies of what other services publish on compacted topics. */
@NullMarked
package io.entente.platform.events.replica;

import org.jspecify.annotations.NullMarked;
