package io.entente.referral.submission;

import org.jspecify.annotations.Nullable;

/**
 * The firm doesn't take a referral on.
 *
 * @param reason put so that the partner learns from it
 * @param alternative whom or what the client may try instead
 */
public record DeclineReferral(String reason, @Nullable String alternative) {}
