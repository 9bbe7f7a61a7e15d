package io.entente.partner.onboarding.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes onboardings as CSV, one row for each. It contains no person. */
final class OnboardingCsv {

    private static final List<String> COLUMNS = List.of(
            "onboardingId",
            "partnerId",
            "partnerName",
            "status",
            "model",
            "startedAt",
            "requirementsMetAt",
            "open",
            "openRequired",
            "overdue",
            "nextDueOn");

    private final SafeCsv csv;

    OnboardingCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(OnboardingSummary onboarding) {
        csv.row(
                onboarding.id(),
                onboarding.partnerId(),
                onboarding.partnerName(),
                onboarding.status(),
                onboarding.model(),
                onboarding.startedAt(),
                onboarding.requirementsMetAt(),
                onboarding.open(),
                onboarding.openRequired(),
                onboarding.overdue(),
                onboarding.nextDueOn());
    }

    void flush() {
        csv.flush();
    }
}
