package io.entente.commission.stream;

import io.entente.commission.deals.Consent;

/** {@code referral.consent-recorded.v1}, of which only what commission may wait for is read. */
public record ConsentRecorded(String referralId, Consent consent) {}
