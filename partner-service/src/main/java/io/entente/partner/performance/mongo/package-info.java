/** Stores what partners have achieved. */
@NullMarked
package io.entente.partner.performance.mongo;

import org.jspecify.annotations.NullMarked;
