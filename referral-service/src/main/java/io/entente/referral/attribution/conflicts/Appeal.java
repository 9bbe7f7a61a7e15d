package io.entente.referral.attribution.conflicts;

import java.time.Instant;

/**
 * A partner's request to reconsider a decision.
 *
 * @param partnerId one of the conflict's two partners
 * @param by the actor who recorded the appeal
 */
public record Appeal(String partnerId, String reason, Instant at, String by) {}
