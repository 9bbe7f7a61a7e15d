/** Where new identifiers come from. */
@NullMarked
package io.entente.messaging.ids;

import org.jspecify.annotations.NullMarked;
