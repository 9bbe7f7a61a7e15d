package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;

/**
 * That an introduction has its client. One holds a client's key at a time.
 *
 * @param takenAt by the clock; the introduction may be history
 */
public record Claim(Introduction by, Instant takenAt) {}
