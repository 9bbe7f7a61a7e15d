package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;

/**
 * An introduction's hold on a client. Only one introduction holds a client's key at a time.
 *
 * @param takenAt when the claim was taken; the introduction itself may have happened long before
 */
public record Claim(Introduction by, Instant takenAt) {}
