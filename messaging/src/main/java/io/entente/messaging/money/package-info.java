/** The one form money takes on the wire. */
@NullMarked
package io.entente.messaging.money;

import org.jspecify.annotations.NullMarked;
