package io.entente.referral.submission.web;

import io.entente.referral.submission.Consent;
import io.entente.referral.submission.RecordConsent;
import jakarta.validation.constraints.NotNull;

/** {@code POST /api/referrals/{id}/consent}. */
record ConsentRequest(@NotNull Boolean feeDisclosed, @NotNull Boolean clientAgrees) {

    RecordConsent toCommand() {
        return new RecordConsent(toConsent());
    }

    Consent toConsent() {
        return new Consent(feeDisclosed, clientAgrees);
    }
}
