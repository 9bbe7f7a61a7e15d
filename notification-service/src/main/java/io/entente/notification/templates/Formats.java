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
 * Writes figures the way the partner's region does (CLDR, as the Java platform carries it). Dates come by patterns of our
 * own bundles, with the month by name or sign: a numeric date reads differently on each side of an ocean, and the platform's
 * patterns change with its releases.
 */
final class Formats {

    /** CLDR keeps amount and sign together by several kinds of no-break space; in plain text they only hinder a search. */
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

    /** {@code 1.054,00 $}, {@code $1,054.00}, {@code MYR 1,054.00}: with the minor units that the currency has. */
    String money(Money amount) {
        Currency currency = Currency.getInstance(amount.getCurrencyUnit().getCode());
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(amount.getScale());
        format.setMaximumFractionDigits(amount.getScale());
        return plain(format.format(amount.getAmount()))
                // CLDR parts a currency's code from the figure, the platform doesn't.
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

    /** The day of an instant on the recipient's calendar. */
    String dayOf(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /** Date and time on the partner's clock, with its distance from Greenwich: a promise's hour must not be guessed. */
    String dateTime(Instant instant) {
        return plain(dateTime.format(instant.atZone(zone)));
    }

    private static String plain(String text) {
        return NO_BREAK_SPACES.matcher(text).replaceAll(" ");
    }
}
