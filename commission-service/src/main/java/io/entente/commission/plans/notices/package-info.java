/** Tells partners of a new version of their plan before it applies. */
@NullMarked
package io.entente.commission.plans.notices;

import org.jspecify.annotations.NullMarked;
