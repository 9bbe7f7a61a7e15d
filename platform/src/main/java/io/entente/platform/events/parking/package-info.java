/** Where an event that can't be handled waits for an operator, with all later ones of its aggregate behind it. */
@NullMarked
package io.entente.platform.events.parking;

import org.jspecify.annotations.NullMarked;
