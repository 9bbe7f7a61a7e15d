package io.entente.commission.stream;

import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fields that all events about the course of a referral have.
 *
 * @param outcome of a decided conflict
 * @param amount of a proposal
 * @param status of a referral that is resumed after its last deal was reversed
 */
public record ReferralMoved(
        String referralId,
        String partnerId,
        @Nullable String outcome,
        @Nullable MoneyJson amount,
        @Nullable String status,
        Instant occurredAt) {}
