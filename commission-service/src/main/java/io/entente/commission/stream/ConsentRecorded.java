package io.entente.commission.stream;

import io.entente.commission.deals.Consent;

/** The fields of {@code referral.consent-recorded.v1} that decide whether commission may be released. */
public record ConsentRecorded(String referralId, Consent consent) {}
