package io.entente.commission.payees.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.TaxForm;
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
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
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
        @NotNull @Size(max = 3) String currency,
        @Nullable @Valid TaxFormRequest taxForm,
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z0-9 ./-]{1,40}",
                        message = "must be 1 to 40 letters, digits, spaces, dots, slashes and hyphens")
                String taxId,
        @Nullable @Size(min = 1, max = 500) String hold) {

    /** The field {@code taxForm}. */
    record TaxFormRequest(@NotNull TaxForm.Type type, @NotNull @CalendarDay LocalDate receivedOn) {
        TaxForm toTaxForm() {
            return new TaxForm(type, receivedOn);
        }
    }

    /**
     * The payee with the requested details.
     *
     * @throws InvalidInputException if a field is wrong; it names all such fields
     */
    Payee toPayee(PartnerId partner, long version) {
        List<FieldError> errors = new ArrayList<>();
        BankAccount account = account(errors);
        CurrencyUnit unit = currency(errors);
        if (!errors.isEmpty() || unit == null) {
            throw InvalidInputException.malformed(errors);
        }
        return new Payee(
                partner,
                holder.strip(),
                account,
                country,
                unit,
                taxForm == null ? null : taxForm.toTaxForm(),
                taxId,
                hold,
                version);
    }

    private BankAccount account(List<FieldError> errors) {
        String plainIban = iban == null ? null : iban.replace(" ", "").toUpperCase(Locale.ROOT);
        String plainBic = bic == null ? null : bic.strip().toUpperCase(Locale.ROOT);
        if (plainIban == null && (accountNumber == null || bankCode == null)) {
            errors.add(new FieldError("iban", "is required unless accountNumber and bankCode are given"));
        } else if (plainIban != null && (accountNumber != null || bankCode != null)) {
            errors.add(new FieldError("accountNumber", "must be absent if there is an iban"));
        } else if (plainIban != null && !isIban(plainIban)) {
            errors.add(new FieldError("iban", "is not a valid IBAN: its check digits or its format are wrong"));
        }
        if (plainBic != null && !isBic(plainBic)) {
            errors.add(new FieldError("bic", "is not a valid BIC"));
        }
        return new BankAccount(plainIban, accountNumber, bankCode, plainBic);
    }

    private @Nullable CurrencyUnit currency(List<FieldError> errors) {
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException unknown) {
            errors.add(new FieldError("currency", "must be an ISO 4217 currency code, such as USD"));
            return null;
        }
    }

    /** The library's messages contain the account and must not reach the caller's logs, so they are dropped. */
    private static boolean isIban(String text) {
        try {
            IbanUtil.validate(text);
            return true;
        } catch (Iban4jException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static boolean isBic(String text) {
        try {
            BicUtil.validate(text);
            return true;
        } catch (BicFormatException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /** Contains nothing that identifies a person or an account. */
    @Override
    public String toString() {
        return "PayeeRequest";
    }
}
