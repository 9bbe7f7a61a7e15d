package io.entente.commission.lifecycle.stream;

import io.entente.commission.lifecycle.Consent;

/** {@code referral.consent-recorded.v1}, of which only what commission may wait for is read. */
public record ConsentRecorded(String referralId, Consent consent) {}
