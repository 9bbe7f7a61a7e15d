package io.entente.commission.invoices.vat.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An event of a tax profile. It names fields, never their values, except the day from which they apply. */
public sealed interface TaxProfileEvent {

    /** The fields that change. */
    List<String> fields();

    LocalDate effectiveFrom();

    String actor();

    Instant at();

    /** A change waits for a second person. */
    record TaxProfileChangeRequested(List<String> fields, LocalDate effectiveFrom, String actor, Instant at)
            implements TaxProfileEvent {}

    /** A tax profile was entered or changed; the actor decided it. */
    record TaxProfileChanged(List<String> fields, LocalDate effectiveFrom, String actor, Instant at)
            implements TaxProfileEvent {}
}
