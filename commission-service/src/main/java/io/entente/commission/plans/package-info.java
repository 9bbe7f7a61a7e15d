/** Commission plans: whom they apply to, when, and what they pay. */
@NullMarked
package io.entente.commission.plans;

import org.jspecify.annotations.NullMarked;
