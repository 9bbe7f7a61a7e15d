package io.entente.commission.payees.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PayeePolicy;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.TaxNumbers;
import io.entente.commission.payees.bankform.AccountRules;
import io.entente.commission.payees.bankform.BankText;
import io.entente.platform.domain.CurrenciesInUse;
import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.constraints.CountryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/payees/{partnerId}}. */
record PayeeRequest(
        @NotBlank @Size(max = 140) String holder,
        @Nullable @Size(max = 42) String iban,
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z0-9 -]{1,34}",
                        message = "must be 1 to 34 letters, digits, spaces and hyphens")
                String accountNumber,
        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,28}", message = "must be 1 to 28 letters, digits and hyphens")
                String bankCode,
        @Nullable @Size(max = 11) String bic,
        @NotNull @CountryCode String country,
        @Nullable @Valid PayeeAddressRequest address,
        @NotNull @Size(max = 3) String currency,
        @Nullable @Valid TaxFormRequest taxForm,
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z0-9 ./-]{1,40}",
                        message = "must be 1 to 40 letters, digits, spaces, dots, slashes and hyphens")
                String taxId,
        @Nullable @Size(min = 1, max = 500) String hold) {

    /** The field {@code address}: a structured address with town and country, because banks refuse any other. */
    record PayeeAddressRequest(
            @Nullable @Size(min = 1, max = 140) String street,
            @Nullable @Size(min = 1, max = 16) String postCode,
            @NotBlank @Size(max = 70) String town,
            @NotNull @CountryCode String country) {

        PostalAddress toAddress() {
            return new PostalAddress(street, postCode, town.strip(), country);
        }
    }

    /** The field {@code taxForm}. */
    record TaxFormRequest(@NotNull TaxForm.Type type, @NotNull @CalendarDay LocalDate receivedOn) {
        TaxForm toTaxForm() {
            return new TaxForm(type, receivedOn);
        }
    }

    /**
     * The payee with the requested details.
     *
     * @param today in the program's time zone
     * @throws InvalidInputException if a field is wrong; it names all such fields
     */
    Payee toPayee(PartnerId partner, PayeePolicy policy, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        BankAccount account = account(errors);
        CurrencyUnit unit = currency(errors);
        readable(errors);
        tax(errors, today);
        if (!errors.isEmpty() || unit == null) {
            throw InvalidInputException.malformed(errors);
        }
        Payee payee = new Payee(
                partner,
                holder.strip(),
                account,
                country,
                address == null ? null : address.toAddress(),
                unit,
                taxForm == null ? null : taxForm.toTaxForm(),
                taxId,
                hold,
                1);
        FieldError[] blocked = policy.blockedFields(payee).entrySet().stream()
                .map(field -> new FieldError(
                        field.getKey(),
                        "is in %s, a country to which the program pays nothing".formatted(field.getValue())))
                .toArray(FieldError[]::new);
        if (blocked.length > 0) {
            throw InvalidInputException.unprocessable(blocked);
        }
        return payee;
    }

    /** @throws InvalidInputException if the request sets a hold, which is the firm's business */
    void requireNoHold() {
        if (hold != null) {
            throw InvalidInputException.unprocessable(
                    new FieldError("hold", "must be absent, because only the firm holds payments"));
        }
    }

    private void tax(List<FieldError> errors, LocalDate today) {
        String wrongNumber = TaxNumbers.problem(taxForm == null ? null : taxForm.type(), taxId);
        if (wrongNumber != null) {
            errors.add(new FieldError("taxId", wrongNumber));
        }
        String wrongDay = taxForm == null ? null : taxForm.toTaxForm().implausible(today);
        if (wrongDay != null) {
            errors.add(new FieldError("taxForm.receivedOn", wrongDay));
        }
    }

    private void readable(List<FieldError> errors) {
        String message = "must have a letter or a digit that a bank can read";
        if (!BankText.isWritable(holder)) {
            errors.add(new FieldError("holder", message));
        }
        if (address != null && !BankText.isWritable(address.town())) {
            errors.add(new FieldError("address.town", message));
        }
    }

    private BankAccount account(List<FieldError> errors) {
        String plainIban = iban == null ? null : iban.replace(" ", "").toUpperCase(Locale.ROOT);
        String plainBic = bic == null ? null : bic.strip().toUpperCase(Locale.ROOT);
        if (plainIban == null && (accountNumber == null || bankCode == null)) {
            errors.add(new FieldError("iban", "is required unless accountNumber and bankCode are given"));
        } else if (plainIban != null && (accountNumber != null || bankCode != null)) {
            errors.add(new FieldError("accountNumber", "must be absent if there is an iban"));
        } else if (plainIban != null && !AccountRules.isIban(plainIban)) {
            errors.add(new FieldError("iban", "is not a valid IBAN: its check digits or its format are wrong"));
        } else if (plainIban != null && plainBic == null && AccountRules.needsBic(plainIban)) {
            errors.add(new FieldError(
                    "bic",
                    "is required, because an account in %s is outside SEPA"
                            .formatted(AccountRules.country(plainIban))));
        }
        if (plainBic != null && !AccountRules.isBic(plainBic)) {
            errors.add(new FieldError("bic", "is not a valid BIC"));
        } else if (plainBic != null
                && plainIban != null
                && AccountRules.isIban(plainIban)
                && !AccountRules.agree(plainIban, plainBic)) {
            errors.add(new FieldError("bic", "must be of the same country as the iban"));
        }
        return new BankAccount(plainIban, accountNumber, bankCode, plainBic);
    }

    private @Nullable CurrencyUnit currency(List<FieldError> errors) {
        Optional<CurrencyUnit> unit = CurrenciesInUse.find(currency);
        if (unit.isEmpty()) {
            errors.add(new FieldError("currency", "must be the ISO 4217 code of a currency in use, such as USD"));
        }
        return unit.orElse(null);
    }

    /** Contains nothing that identifies a person or an account. */
    @Override
    public String toString() {
        return "PayeeRequest";
    }
}
