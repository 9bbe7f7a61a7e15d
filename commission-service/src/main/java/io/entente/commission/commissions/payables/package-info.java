/** What can be paid out, and the way of a commission through a payout. */
@NullMarked
package io.entente.commission.commissions.payables;

import org.jspecify.annotations.NullMarked;
