/** Payments of clients and refunds to them, as the accounting reports them. */
@NullMarked
package io.entente.commission.payments;

import org.jspecify.annotations.NullMarked;
