package io.entente.referral.attribution.conflicts;

import java.time.Instant;

/**
 * That a partner asks for a decision to be looked at again.
 *
 * @param partnerId one of the two
 * @param by who put it on record
 */
public record Appeal(String partnerId, String reason, Instant at, String by) {}
