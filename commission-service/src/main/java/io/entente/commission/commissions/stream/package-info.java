/** Publishes events that announce commissions to other services. */
@NullMarked
package io.entente.commission.commissions.stream;

import org.jspecify.annotations.NullMarked;
