package io.entente.commission.payouts.web;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.platform.domain.CurrenciesInUse;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/payout-batches}.
 *
 * @param batchId the id of the batch, chosen by the caller; generated if absent
 * @param cutOff amounts that become payable after this day wait for the next batch; today at the latest, and not before the program's start
 * @param minimum the least amount of a payout, by currency; one minor unit for a currency that isn't listed
 * @param currencies the currencies that the batch pays
 * @param executeOn the day on which the bank should pay, today or later in the time zone of the program; as soon as possible if absent
 */
record PayoutBatchRequest(
        @Nullable
                @Pattern(
                        regexp = "[A-Za-z0-9_-]{1,40}",
                        message = "must be 1 to 40 letters, digits, underscores and hyphens")
                String batchId,
        @NotNull @CalendarDay LocalDate cutOff,
        @Nullable @Size(max = 20) List<@NotNull @Valid MoneyJson> minimum,
        @NotNull @Size(min = 1, max = 20) List<@NotNull String> currencies,
        @Nullable @CalendarDay LocalDate executeOn) {

    /**
     * Returns the batch that is asked for.
     *
     * @param today the first day on which the bank can pay; null if the batch was planned before, perhaps on another day
     * @param start the first day of the program; null if it has none, or if the batch was planned before
     * @throws InvalidInputException naming every field that is wrong
     */
    PayoutBatch toBatch(String id, String actor, Instant now, @Nullable LocalDate today, @Nullable LocalDate start) {
        List<FieldError> errors = new ArrayList<>();
        SortedMap<CurrencyUnit, Money> minimums = new TreeMap<>();
        for (int i = 0; i < currencies.size(); i++) {
            CurrencyUnit currency = CurrenciesInUse.find(currencies.get(i)).orElse(null);
            if (currency == null) {
                errors.add(new FieldError(
                        "currencies[%d]".formatted(i), "must be the ISO 4217 code of a currency in use, such as USD"));
            } else {
                minimums.put(currency, Money.ofMinor(currency, 1));
            }
        }
        List<MoneyJson> least = minimum == null ? List.of() : minimum;
        for (int i = 0; i < least.size(); i++) {
            Money amount = least.get(i).toMoney();
            if (minimums.replace(amount.getCurrencyUnit(), amount) == null) {
                errors.add(new FieldError(
                        "minimum[%d].currency".formatted(i),
                        "must be one of the batch's currencies, but is %s".formatted(amount.getCurrencyUnit())));
            }
            if (!amount.isPositive()) {
                errors.add(new FieldError("minimum[%d].amount".formatted(i), "must be above zero"));
            }
        }
        if (today != null && cutOff.isAfter(today)) {
            errors.add(new FieldError(
                    "cutOff",
                    "must not be in the future; today is %s in the time zone of the program".formatted(today)));
        }
        if (start != null && cutOff.isBefore(start)) {
            errors.add(new FieldError("cutOff", "must not be before the program's start, which is " + start));
        }
        if (executeOn != null && today != null && executeOn.isBefore(today)) {
            errors.add(new FieldError(
                    "executeOn",
                    "must not be in the past; today is %s in the time zone of the program".formatted(today)));
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.unprocessable(errors.toArray(FieldError[]::new));
        }
        return PayoutBatch.plan(id, cutOff, minimums, executeOn, actor, now);
    }
}
