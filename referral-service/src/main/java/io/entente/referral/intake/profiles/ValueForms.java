package io.entente.referral.intake.profiles;

import io.entente.referral.intake.profiles.ImportProfile.DecimalMark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads dates, amounts, countries and domains in the form of a profile. A value in another form is null. */
final class ValueForms {

    private static final Pattern DOMAIN = Pattern.compile("(?:https?://)?(?:www\\.)?"
            + "((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]))"
            + "(?:[:/?#].*)?");
    private static final int MAX_DOMAIN_CHARACTERS = 253;
    private static final Map<String, String> COUNTRIES = countries();

    private final DateFormats dates;
    private final DecimalMark decimalMark;
    private final Pattern amount;
    private final @Nullable CurrencyUnit currency;

    ValueForms(ImportProfile profile) {
        this.dates = new DateFormats(profile.dateFormats());
        this.decimalMark = profile.decimalMark();
        String grouping = Pattern.quote(Character.toString(decimalMark.grouping()));
        String mark = Pattern.quote(Character.toString(decimalMark.mark()));
        this.amount =
                Pattern.compile("(?:\\d{1,12}|\\d{1,3}(?:%s\\d{3}){1,3})(?:%s\\d{1,8})?".formatted(grouping, mark));
        String code = profile.currency();
        this.currency = code == null ? null : ProfileFaults.currency(code);
    }

    @Nullable
    LocalDate date(String text) {
        return dates.parse(text);
    }

    String exampleDate() {
        return dates.example();
    }

    String exampleAmount() {
        return decimalMark == DecimalMark.POINT ? "1054.00" : "1054,00";
    }

    /** The row's own value, or else that of the profile. */
    @Nullable
    CurrencyUnit currency(String code) {
        return code.isEmpty() ? currency : ProfileFaults.currency(code);
    }

    /** Zero or more, with no more decimals than the currency has. */
    @Nullable
    Money money(String text, CurrencyUnit unit) {
        if (!amount.matcher(text).matches()) {
            return null;
        }
        String plain =
                text.replace(Character.toString(decimalMark.grouping()), "").replace(decimalMark.mark(), '.');
        BigDecimal value = new BigDecimal(plain).stripTrailingZeros();
        return value.scale() > unit.getDecimalPlaces() ? null : Money.of(unit, value);
    }

    /** An ISO 3166-1 alpha-2 code, from a code or from the English name of a country. */
    @Nullable
    String country(String text) {
        return COUNTRIES.get(text.toLowerCase(Locale.ROOT));
    }

    /** The domain, from a domain or a web address. */
    @Nullable
    String domain(String text) {
        Matcher matcher = DOMAIN.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches() && matcher.group(1).length() <= MAX_DOMAIN_CHARACTERS ? matcher.group(1) : null;
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            countries.put(code.toLowerCase(Locale.ROOT), code);
            countries.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(countries);
    }
}
