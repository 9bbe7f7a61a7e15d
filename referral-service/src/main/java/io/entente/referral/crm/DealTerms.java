package io.entente.referral.crm;

import io.entente.platform.domain.CurrenciesInUse;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.terms.CloseDates;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.intake.profiles.ImportProfile;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a deal in the formats that CRMs use. A fact that can't be read isn't used. */
final class DealTerms {

    /** ASCII digits only, and bounded, because calculating with an exponent such as 2147483647 fails or takes all memory. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,2})?");

    private DealTerms() {}

    /** Null if the amount or its currency is missing, or if a deal can't be closed with the amount. */
    static @Nullable Money amount(CrmDeal deal, ImportProfile profile) {
        return amount(deal, currency(profile.currency()));
    }

    /** @param usual the currency if the CRM hasn't named one */
    static @Nullable Money amount(CrmDeal deal, @Nullable CurrencyUnit usual) {
        String amount = deal.fact(DealFact.AMOUNT);
        CurrencyUnit currency = hasCurrency(deal) ? currency(deal.fact(DealFact.CURRENCY)) : usual;
        if (amount == null || currency == null) {
            return null;
        }
        if (!NUMBER.matcher(amount).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(amount).stripTrailingZeros();
        boolean fits = value.signum() > 0
                && value.scale() <= currency.getDecimalPlaces()
                && value.precision() - value.scale() <= MoneyJson.MAX_ENTERED_DIGITS;
        return fits ? Money.of(currency, value) : null;
    }

    /** Says why a deal can't be closed with the amount and the currency that the CRM has reported. */
    static String whyNoAmount(CrmDeal deal, ImportProfile profile) {
        String amount = deal.fact(DealFact.AMOUNT);
        String code = deal.fact(DealFact.CURRENCY);
        CurrencyUnit currency = currency(code == null ? profile.currency() : code);
        if (code != null && currency == null) {
            return "the currency '%s' must be the ISO 4217 code of a currency in use, such as USD".formatted(code);
        }
        return amount == null || currency == null
                ? "the amount of the deal, or its currency, is missing"
                : "the amount '%s' must be a number above zero with at most %d digits before the point and %d after it, for %s"
                        .formatted(amount, MoneyJson.MAX_ENTERED_DIGITS, currency.getDecimalPlaces(), currency);
    }

    /** Whether the CRM has reported a closing date that isn't one. */
    static boolean isDateUnreadable(CrmDeal deal, ZoneId zone) {
        String text = deal.fact(DealFact.CLOSED_ON);
        if (text == null) {
            return false;
        }
        try {
            LocalDate unused = CloseDates.read(text, zone);
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    /** Whether the CRM has reported a closing date before any deal can have closed, so that it was entered by mistake. */
    static boolean isDateTooEarly(CrmDeal deal, ZoneId zone) {
        return deal.fact(DealFact.CLOSED_ON) != null
                && !isDateUnreadable(deal, zone)
                && closedOn(deal, LocalDate.MAX, zone) == null;
    }

    static boolean hasCurrency(CrmDeal deal) {
        return deal.fact(DealFact.CURRENCY) != null;
    }

    /**
     * Null if the date is missing, later than the given day, or earlier than any deal.
     *
     * @param zone the zone of the CRM's account. A time becomes the date that people saw when they entered it
     */
    static @Nullable LocalDate closedOn(CrmDeal deal, LocalDate latest, ZoneId zone) {
        String text = deal.fact(DealFact.CLOSED_ON);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = CloseDates.read(text, zone);
            return date.isAfter(latest) || date.isBefore(CloseDeal.EARLIEST) ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable CurrencyUnit currency(@Nullable String code) {
        return code == null
                ? null
                : CurrenciesInUse.find(code.toUpperCase(Locale.ROOT)).orElse(null);
    }
}
