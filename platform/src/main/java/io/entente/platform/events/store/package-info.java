/** Stores aggregates together with the events that they emit. */
@NullMarked
package io.entente.platform.events.store;

import org.jspecify.annotations.NullMarked;
