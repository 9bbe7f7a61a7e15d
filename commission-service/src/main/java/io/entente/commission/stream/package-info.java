/** The one subscription to {@code referral.events}. */
@NullMarked
package io.entente.commission.stream;

import org.jspecify.annotations.NullMarked;
