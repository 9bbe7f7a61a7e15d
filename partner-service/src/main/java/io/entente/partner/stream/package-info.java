/** Subscribes to the events of the other services. */
@NullMarked
package io.entente.partner.stream;

import org.jspecify.annotations.NullMarked;
