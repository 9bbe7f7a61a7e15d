/** Commission plans: to which partners and when they apply, and what they pay. */
@NullMarked
package io.entente.commission.plans;

import org.jspecify.annotations.NullMarked;
