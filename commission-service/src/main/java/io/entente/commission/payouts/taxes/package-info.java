/** The taxes of payouts: VAT that is paid on top of the commission, and tax that is kept back. */
@NullMarked
package io.entente.commission.payouts.taxes;

import org.jspecify.annotations.NullMarked;
