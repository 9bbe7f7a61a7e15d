package io.entente.referral.referral.web;

import io.entente.referral.referral.commands.RecordConsent;
import io.entente.referral.referral.facts.Consent;
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
