package io.entente.referral.intake.profiles;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.Deal;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.SubmitReferral;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the row of an import with those facts of its referral that never change. */
public final class OpportunityDifferences {

    private OpportunityDifferences() {}

    /** @param deal that won the referral */
    public static List<FieldError> of(Referral existing, Optional<Deal> deal, Opportunity row) {
        List<FieldError> errors = new ArrayList<>();
        SubmitReferral introduction = existing.introduction();
        if (!introduction.partnerId().equals(row.partnerId())) {
            errors.add(new FieldError(row.column(RowField.PARTNER), "must be the partner of the referral"));
        }
        if (!introduction.client().key().equals(row.client().key())) {
            errors.add(new FieldError(row.column(RowField.ORGANISATION), "must be the client of the referral"));
        }
        if (!introduction.service().equals(row.service())) {
            errors.add(new FieldError(row.column(RowField.SERVICE), "must be the service of the referral"));
        }
        if (existing.status() == row.stage().status()) {
            addDifferingFacts(existing, deal, row, errors);
        }
        return errors;
    }

    private static void addDifferingFacts(
            Referral existing, Optional<Deal> deal, Opportunity row, List<FieldError> errors) {
        LocalDate submittedOn = dateOf(existing.submittedAt());
        if (row.submittedOn() != null && !row.submittedOn().equals(submittedOn)) {
            errors.add(differs(row.column(RowField.SUBMITTED_ON), "submitted on " + submittedOn));
        }
        Referral.Outcome outcome = existing.outcome();
        if (existing.status() == ReferralStatus.LOST && outcome != null) {
            addUnlessSame(row.column(RowField.CLOSED_ON), row.closedOn(), dateOf(outcome.at()), errors);
        }
        if (existing.status() == ReferralStatus.WON) {
            if (deal.isEmpty()) {
                errors.add(new FieldError(
                        row.column(RowField.STAGE),
                        "the referral has been WON by a deal from another source, and an import does not change that"));
            } else {
                addUnlessSame(
                        row.column(RowField.CLOSED_ON),
                        row.closedOn(),
                        deal.get().closedOn(),
                        errors);
                addUnlessSame(
                        row.column(RowField.AMOUNT), row.value(), deal.get().amount(), errors);
            }
        }
    }

    private static void addUnlessSame(String column, @Nullable Object inRow, Object here, List<FieldError> errors) {
        if (!Objects.equals(inRow, here)) {
            errors.add(differs(column, "closed with " + here));
        }
    }

    private static FieldError differs(String column, String here) {
        return new FieldError(column, "the referral is %s, and an import does not change that".formatted(here));
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
