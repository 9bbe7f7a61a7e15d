/** Determines when commission becomes payable, and what holds it. */
@NullMarked
package io.entente.commission.commissions.release;

import org.jspecify.annotations.NullMarked;
