package io.entente.commission.invoices.mongo;

import io.entente.commission.documents.CompositeId;
import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileChange.State;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a version of a tax profile. Days are text, which sorts. Versions that were stored before changes needed a second
 * person lack the last fields; they apply, and their {@code version} is the number of the version.
 *
 * @param number the number of the version of the profile; {@code version} counts the writes to this document
 */
record TaxProfileDocument(
        @Id String id,
        String partnerId,
        String effectiveFrom,
        TaxStatus status,
        Party party,
        @Nullable Boolean reverseCharge,
        String withholdingRate,
        @Nullable String withholdingReason,
        @Nullable String selfBillingAgreedOn,
        String changedBy,
        Instant changedAt,
        @Nullable VatIdCheck vatIdCheck,
        long version,
        @Nullable Long number,
        @Nullable State state,
        @Nullable List<String> fields,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static String idOf(PartnerId partner, long number) {
        return CompositeId.of(partner.value(), "%08d".formatted(number));
    }

    static TaxProfileDocument of(TaxProfileChange change, @Nullable Outbox outbox) {
        TaxProfile profile = change.profile();
        LocalDate agreed = profile.selfBillingAgreedOn();
        return new TaxProfileDocument(
                idOf(profile.partnerId(), profile.version()),
                profile.partnerId().value(),
                profile.effectiveFrom().toString(),
                profile.status(),
                profile.party(),
                profile.reverseCharge(),
                profile.withholdingRate().toPlainString(),
                profile.withholdingReason(),
                agreed == null ? null : agreed.toString(),
                profile.changedBy(),
                profile.changedAt(),
                profile.vatIdCheck(),
                change.revision(),
                profile.version(),
                change.state(),
                change.fields(),
                change.decidedBy(),
                change.decidedAt(),
                change.reason(),
                outbox);
    }

    TaxProfileChange toChange() {
        return new TaxProfileChange(
                toProfile(),
                state == null ? State.ENTERED : state,
                fields == null ? List.of() : fields,
                decidedBy,
                decidedAt,
                reason,
                version);
    }

    TaxProfile toProfile() {
        return new TaxProfile(
                new PartnerId(partnerId),
                LocalDate.parse(effectiveFrom),
                status,
                party,
                reverseCharge,
                new BigDecimal(withholdingRate),
                withholdingReason,
                selfBillingAgreedOn == null ? null : LocalDate.parse(selfBillingAgreedOn),
                changedBy,
                changedAt,
                vatIdCheck,
                number == null ? version : number);
    }
}
