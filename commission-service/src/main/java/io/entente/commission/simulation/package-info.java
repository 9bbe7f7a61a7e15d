/** Simulation of what a draft plan would have paid for past deals. */
@NullMarked
package io.entente.commission.simulation;

import org.jspecify.annotations.NullMarked;
