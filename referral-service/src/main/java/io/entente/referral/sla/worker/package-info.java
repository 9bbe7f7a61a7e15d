/** Runs the sweep of the clocks and keeps their metrics. */
@NullMarked
package io.entente.referral.sla.worker;

import org.jspecify.annotations.NullMarked;
