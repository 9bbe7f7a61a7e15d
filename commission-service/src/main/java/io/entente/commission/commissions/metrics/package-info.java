/** What an operator watches of commissions. */
@NullMarked
package io.entente.commission.commissions.metrics;

import org.jspecify.annotations.NullMarked;
