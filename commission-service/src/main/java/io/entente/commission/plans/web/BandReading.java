package io.entente.commission.plans.web;

import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the starts of bands in the form that the rule uses. Amounts must all be in the currency of the first. */
final class BandReading {

    private static final int MAX_DEALS = 1_000_000;
    private static final Pattern PART = Pattern.compile("0(\\.\\d{1,6})?|1(\\.0{1,6})?");

    private final Form form;
    private @Nullable CurrencyUnit currency;

    private BandReading(Form form) {
        this.form = form;
    }

    static BandReading ofDeals() {
        return new BandReading(Form.DEALS);
    }

    static BandReading ofAmounts() {
        return new BandReading(Form.AMOUNT);
    }

    static BandReading ofParts() {
        return new BandReading(Form.PART);
    }

    /** The currency of the amounts read so far. */
    @Nullable
    CurrencyUnit currency() {
        return currency;
    }

    From from(@Nullable JsonNode from) {
        return switch (form) {
            case DEALS -> deals(from);
            case AMOUNT -> amount(from);
            case PART -> part(from);
        };
    }

    private static From deals(@Nullable JsonNode from) {
        if (from != null && from.isInt() && from.intValue() >= 1 && from.intValue() <= MAX_DEALS) {
            return From.at(BigDecimal.valueOf(from.intValue()));
        }
        return From.bad("must be a whole number of deals from 1 to %d, without quotes, such as 4".formatted(MAX_DEALS));
    }

    private static From part(@Nullable JsonNode from) {
        if (from != null && from.isString() && PART.matcher(from.stringValue()).matches()) {
            return From.at(new BigDecimal(from.stringValue()));
        }
        return From.bad("must be a decimal from 0 to 1, such as 0.50");
    }

    private From amount(@Nullable JsonNode from) {
        Money money = money(from);
        if (money == null || money.isNegative()) {
            return From.bad("must be an amount of zero or more with amount and currency, such as 50000.00 USD");
        }
        CurrencyUnit first = currency;
        if (first != null && !first.equals(money.getCurrencyUnit())) {
            return From.bad("must be in " + first.getCode() + ", as the first band is");
        }
        currency = money.getCurrencyUnit();
        return From.at(money.getAmount());
    }

    private static @Nullable Money money(@Nullable JsonNode from) {
        if (from == null
                || from.size() != 2
                || !from.path("amount").isString()
                || !from.path("currency").isString()) {
            return null;
        }
        try {
            return new MoneyJson(
                            from.path("amount").stringValue(),
                            from.path("currency").stringValue())
                    .toMoney();
        } catch (IllegalArgumentException bad) {
            return null;
        }
    }

    private enum Form {
        DEALS,
        AMOUNT,
        PART
    }

    /** @param message what is wrong; null if the value is acceptable */
    record From(BigDecimal value, @Nullable String message) {
        static From at(BigDecimal value) {
            return new From(value, null);
        }

        static From bad(String message) {
            return new From(BigDecimal.ZERO, message);
        }
    }
}
