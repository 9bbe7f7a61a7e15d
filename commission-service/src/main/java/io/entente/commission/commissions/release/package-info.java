/** When commission becomes payable, and what holds it back. */
@NullMarked
package io.entente.commission.commissions.release;

import org.jspecify.annotations.NullMarked;
