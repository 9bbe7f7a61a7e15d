package io.entente.commission.invoices.web;

import io.entente.commission.invoices.vat.Party;
import io.entente.commission.invoices.vat.PartyAddress;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxStatus;
import io.entente.commission.invoices.vat.VatIds;
import io.entente.commission.invoices.vat.VatRates;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.constraints.CountryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/payees/{partnerId}/tax-profile}.
 *
 * @param effectiveFrom invoices of periods that end on this day or later follow the profile
 * @param reverseCharge only if a tax adviser decided against the rule; normally absent
 * @param withholdingRate percent of the net amount, such as 15 or 10.5
 * @param withholdingReason the law that requires it
 * @param selfBillingAgreedOn when the partner agreed that the firm writes its invoices
 */
record TaxProfileRequest(
        @NotNull @CalendarDay LocalDate effectiveFrom,
        @NotNull TaxStatus status,
        @NotBlank @Size(max = 140) String legalName,
        @NotNull @Valid TaxAddressRequest address,
        @Nullable @Size(max = 30) String vatId,
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z0-9 ./-]{1,40}",
                        message = "must be 1 to 40 letters, digits, spaces, dots, slashes and hyphens")
                String taxNumber,
        @Nullable Boolean reverseCharge,
        @Nullable
                @Pattern(
                        regexp = "100|\\d{1,2}(\\.\\d{1,4})?",
                        message = "must be a percentage from 0 to 100 with at most four decimals, such as 10.5")
                String withholdingRate,
        @Nullable @Size(min = 1, max = 200) String withholdingReason,
        @Nullable @CalendarDay LocalDate selfBillingAgreedOn) {

    /** The field {@code address}. */
    record TaxAddressRequest(
            @Nullable @Size(min = 1, max = 140) String street,
            @NotBlank @Size(max = 70) String city,
            @Nullable @Size(min = 1, max = 16) String postalCode,
            @NotNull @CountryCode String country) {

        PartyAddress toAddress() {
            return new PartyAddress(street, city.strip(), postalCode, country);
        }
    }

    /**
     * The profile without a check of its VAT id and without its version.
     *
     * @param today in the time zone of the program
     * @throws InvalidInputException if fields contradict each other; it names all such fields
     */
    TaxProfile toProfile(PartnerId partner, VatRates rates, String by, Instant now, LocalDate today) {
        String plainVatId = vatId == null ? null : VatIds.plain(vatId);
        BigDecimal rate = withholdingRate == null ? BigDecimal.ZERO : new BigDecimal(withholdingRate);
        List<FieldError> errors = errors(plainVatId, rate, rates);
        if (selfBillingAgreedOn != null && selfBillingAgreedOn.isAfter(today)) {
            errors.add(new FieldError(
                    "selfBillingAgreedOn",
                    "must not be in the future; today is %s in the time zone of the program".formatted(today)));
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return new TaxProfile(
                partner,
                effectiveFrom,
                status,
                new Party(legalName.strip(), address.toAddress(), plainVatId, taxNumber),
                reverseCharge,
                rate,
                withholdingReason,
                selfBillingAgreedOn,
                by,
                now,
                null,
                0);
    }

    private List<FieldError> errors(@Nullable String plainVatId, BigDecimal rate, VatRates rates) {
        List<FieldError> errors = new ArrayList<>();
        String country = address.country();
        if (plainVatId != null && !VatIds.isPossible(plainVatId, country)) {
            errors.add(new FieldError(
                    "vatId",
                    "is not a VAT id of %s: it must begin with %s, and its length and check digits must be right"
                            .formatted(country, VatIds.prefix(country))));
        }
        boolean needsTaxId = status == TaxStatus.REGISTERED || status == TaxStatus.SMALL_BUSINESS_EXEMPT;
        if (needsTaxId && plainVatId == null && taxNumber == null) {
            errors.add(new FieldError("vatId", "is required unless there is a taxNumber"));
        }
        if (status == TaxStatus.NOT_IN_BUSINESS && plainVatId != null) {
            errors.add(new FieldError("vatId", "must be absent if the partner is not in business"));
        }
        if (status == TaxStatus.FOREIGN && rates.isInEu(country)) {
            errors.add(new FieldError(
                    "status", "must not be FOREIGN, because %s is in the European Union".formatted(country)));
        }
        if (rate.signum() > 0 && withholdingReason == null) {
            errors.add(new FieldError("withholdingReason", "is required if tax is withheld"));
        }
        return errors;
    }

    /** Contains nothing that identifies a person. */
    @Override
    public String toString() {
        return "TaxProfileRequest";
    }
}
