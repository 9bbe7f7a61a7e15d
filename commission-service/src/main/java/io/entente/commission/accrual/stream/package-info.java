/** Deals off Kafka. */
@NullMarked
package io.entente.commission.accrual.stream;

import org.jspecify.annotations.NullMarked;
