/** What happens to a commission after its accrual: payments, refunds, holds, corrections, until it is paid. */
@NullMarked
package io.entente.commission.lifecycle;

import org.jspecify.annotations.NullMarked;
