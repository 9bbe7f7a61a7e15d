/** Subscribes to {@code referral.events} and passes each event to the feature that handles it. */
@NullMarked
package io.entente.commission.stream;

import org.jspecify.annotations.NullMarked;
