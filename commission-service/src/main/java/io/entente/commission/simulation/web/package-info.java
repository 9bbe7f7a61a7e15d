/** Simulation over HTTP. */
@NullMarked
package io.entente.commission.simulation.web;

import org.jspecify.annotations.NullMarked;
