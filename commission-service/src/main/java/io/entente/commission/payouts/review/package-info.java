/** Shows the person who approves a batch what has changed since it was planned. */
@NullMarked
package io.entente.commission.payouts.review;

import org.jspecify.annotations.NullMarked;
