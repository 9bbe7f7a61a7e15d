package io.entente.notification.templates;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * Formats amounts, percentages and dates for the reader's region, with the CLDR data of the Java platform. The patterns of
 * dates come from our own files and spell out the month, because numeric dates are ambiguous between regions and the
 * platform's patterns change between releases.
 */
final class Formats {

    /** CLDR uses several kinds of no-break space between amount and symbol. In plain text they only make searching harder. */
    private static final Pattern NO_BREAK_SPACES = Pattern.compile("[\\u00a0\\u202f\\u2007]");

    private static final int RATE_DECIMALS = 4;

    private final Language language;
    private final ZoneId zone;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;

    Formats(Language language, Bundle bundle, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.date = DateTimeFormatter.ofPattern(bundle.text("format.date"), language.locale());
        this.dateTime = DateTimeFormatter.ofPattern(bundle.text("format.date-time"), language.locale());
    }

    /** {@code 1.054,00 $}, {@code $1,054.00} or {@code MYR 1,054.00}, with the minor units of the currency. */
    String money(Money amount) {
        Currency currency = Currency.getInstance(amount.getCurrencyUnit().getCode());
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(amount.getScale());
        format.setMaximumFractionDigits(amount.getScale());
        return plain(format.format(amount.getAmount()))
                // CLDR puts a space between the currency code and the amount, but the platform doesn't.
                .replaceFirst(currency.getCurrencyCode() + "(?=\\d)", currency.getCurrencyCode() + " ");
    }

    /** {@code 12,5 %} for 0.125. */
    String percent(BigDecimal fraction) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(RATE_DECIMALS);
        return plain(format.format(fraction));
    }

    String date(LocalDate day) {
        return plain(date.format(day));
    }

    /** The date of an instant in the reader's time zone. */
    String dayOf(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /** Date and time in the reader's time zone, with the offset from UTC so that the time of a promise is unambiguous. */
    String dateTime(Instant instant) {
        return plain(dateTime.format(instant.atZone(zone)));
    }

    private static String plain(String text) {
        return NO_BREAK_SPACES.matcher(text).replaceAll(" ");
    }
}
