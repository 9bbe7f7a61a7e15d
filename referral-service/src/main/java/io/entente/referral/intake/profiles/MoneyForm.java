package io.entente.referral.intake.profiles;

import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.AmountText;
import io.entente.referral.intake.values.CurrencySymbols;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the amount of a row in its currency: the one beside the number, that of the row's column, or that of the profile. */
final class MoneyForm {

    private static final String NOT_AN_AMOUNT = "must be an amount such as 1054.00, $1,054.00 or 1.054,00 €";
    private static final String NO_CURRENCY = "must be an ISO 4217 code such as USD";

    private final AmountReading reading;
    private final @Nullable CurrencyUnit currency;

    MoneyForm(ImportProfile profile, AmountReading reading) {
        this.reading = reading;
        String code = profile.currency();
        this.currency = code == null ? null : ProfileFaults.currency(code);
    }

    /** An amount, or the field that prevents it and the reason. */
    record Result(@Nullable Money money, @Nullable RowField field, @Nullable String error) {

        private static Result invalid(RowField field, String error) {
            return new Result(null, field, error);
        }
    }

    /** Reads an amount of zero or more, with no more decimals than its currency has. */
    Result read(String text, String currencyText) {
        Optional<AmountText> amount = AmountText.of(text);
        if (amount.isEmpty()) {
            return Result.invalid(RowField.AMOUNT, NOT_AN_AMOUNT);
        }
        CurrencyUnit ofColumn = currencyText.isEmpty() ? currency : CurrencySymbols.find(currencyText, currency);
        if (ofColumn == null && (!currencyText.isEmpty() || amount.get().currency() == null)) {
            return Result.invalid(RowField.CURRENCY, NO_CURRENCY);
        }
        CurrencyUnit unit = unit(amount.get(), ofColumn);
        if (unit == null) {
            return Result.invalid(
                    RowField.AMOUNT,
                    "names the currency %s, which is unknown or stands for several; name an ISO 4217 code such as %s"
                            .formatted(amount.get().currency(), ofColumn == null ? "USD" : ofColumn));
        }
        return !currencyText.isEmpty() && !unit.equals(ofColumn)
                ? Result.invalid(RowField.AMOUNT, "is in %s, but the row's currency is %s".formatted(unit, ofColumn))
                : inUnit(amount.get(), unit);
    }

    private Result inUnit(AmountText amount, CurrencyUnit unit) {
        BigDecimal value = reading.read(amount, unit.getDecimalPlaces());
        if (value == null) {
            return Result.invalid(
                    RowField.AMOUNT,
                    "can be read as %s or as %s; %s"
                            .formatted(amount.value(), amount.otherwise(), reading.advice(amount)));
        }
        if (value.signum() < 0) {
            return Result.invalid(RowField.AMOUNT, "must not be negative, but is " + value.toPlainString());
        }
        return value.stripTrailingZeros().scale() > unit.getDecimalPlaces()
                ? Result.invalid(
                        RowField.AMOUNT, "must have at most %d decimals in %s".formatted(unit.getDecimalPlaces(), unit))
                : new Result(Money.of(unit, value.stripTrailingZeros()), null, null);
    }

    /** The number of decimals of the row's currency; 2 if it is unknown. */
    int decimals(AmountText amount, String currencyText) {
        CurrencyUnit ofColumn = currencyText.isEmpty() ? currency : CurrencySymbols.find(currencyText, currency);
        CurrencyUnit unit = unit(amount, ofColumn);
        return unit == null ? 2 : unit.getDecimalPlaces();
    }

    private static @Nullable CurrencyUnit unit(AmountText amount, @Nullable CurrencyUnit expected) {
        String named = amount.currency();
        return named == null ? expected : CurrencySymbols.find(named, expected);
    }
}
