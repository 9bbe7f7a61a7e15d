/** The versions of the program's rule of who may be paid, and what it blocks. */
@NullMarked
package io.entente.commission.payouts.policy;

import org.jspecify.annotations.NullMarked;
