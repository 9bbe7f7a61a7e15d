/** Sets off payable commission against what a partner owes back. */
@NullMarked
package io.entente.commission.commissions.netting;

import org.jspecify.annotations.NullMarked;
