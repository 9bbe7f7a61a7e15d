package io.entente.commission.invoices.web;

import io.entente.commission.invoices.vat.PartyAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tax profile as the API shows it.
 *
 * @param changedBy who entered it or asked for it
 * @param vatIdCheck what VIES said about the VAT id; absent if it was not asked
 * @param state what became of it: the first version applies at once, a later one if a second person approved it
 * @param changedFields the fields that differ from the version before
 * @param decidedBy the second person; absent if none was needed or none has decided
 * @param reason why it was refused
 * @param pending the version that waits for a second person
 */
record TaxProfileView(
        String partnerId,
        LocalDate effectiveFrom,
        TaxStatus status,
        String legalName,
        PartyAddress address,
        @Nullable String vatId,
        @Nullable String taxNumber,
        @Nullable Boolean reverseCharge,
        String withholdingRate,
        @Nullable String withholdingReason,
        @Nullable LocalDate selfBillingAgreedOn,
        String changedBy,
        Instant changedAt,
        @Nullable VatIdCheckView vatIdCheck,
        long version,
        TaxProfileChange.State state,
        List<String> changedFields,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable TaxProfileView pending) {

    static TaxProfileView of(TaxProfileChange change, @Nullable TaxProfileChange pending) {
        TaxProfile profile = change.profile();
        return new TaxProfileView(
                profile.partnerId().value(),
                profile.effectiveFrom(),
                profile.status(),
                profile.party().name(),
                profile.party().address(),
                profile.party().vatId(),
                profile.party().taxNumber(),
                profile.reverseCharge(),
                profile.withholdingRate().toPlainString(),
                profile.withholdingReason(),
                profile.selfBillingAgreedOn(),
                profile.changedBy(),
                profile.changedAt(),
                VatIdCheckView.of(profile.vatIdCheck()),
                profile.version(),
                change.state(),
                change.fields(),
                change.decidedBy(),
                change.decidedAt(),
                change.reason(),
                pending == null ? null : of(pending, null));
    }

    /**
     * What a register said about a VAT id.
     *
     * @param reference the number under which the register can prove the request
     */
    record VatIdCheckView(VatIdCheck.Result result, Instant at, @Nullable String reference) {

        static @Nullable VatIdCheckView of(@Nullable VatIdCheck check) {
            return check == null ? null : new VatIdCheckView(check.result(), check.at(), check.reference());
        }
    }
}
