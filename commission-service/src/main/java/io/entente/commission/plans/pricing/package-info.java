/** Computes what a deal earns, and how it changes the commission of earlier deals. */
@NullMarked
package io.entente.commission.plans.pricing;

import org.jspecify.annotations.NullMarked;
