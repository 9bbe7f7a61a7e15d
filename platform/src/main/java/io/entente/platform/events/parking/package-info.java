/** Holds events that can't be handled, with all later events of their aggregates behind them, until an operator decides. */
@NullMarked
package io.entente.platform.events.parking;

import org.jspecify.annotations.NullMarked;
