/** Corrects commissions, either by a plan or by a person. */
@NullMarked
package io.entente.commission.commissions.adjustments;

import org.jspecify.annotations.NullMarked;
