package io.entente.commission.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields that all events about the course of a referral have.
 *
 * @param outcome of a decided conflict
 */
public record ReferralMoved(String referralId, String partnerId, @Nullable String outcome, Instant occurredAt) {}
