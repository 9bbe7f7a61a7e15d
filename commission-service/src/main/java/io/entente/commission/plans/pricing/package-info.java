/** Works out what a deal earns, and what it means for earlier deals. */
@NullMarked
package io.entente.commission.plans.pricing;

import org.jspecify.annotations.NullMarked;
