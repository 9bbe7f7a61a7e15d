/** Reads what notification-service reports about messages to partners. */
@NullMarked
package io.entente.referral.disputes.stream;

import org.jspecify.annotations.NullMarked;
