package io.entente.commission.statements.texts;

import io.entente.commission.partners.Addressee;
import io.entente.commission.plans.inputs.Fraction;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The words, numbers and dates of a statement in one of the program's languages, or in English for any other language. */
public final class Words {

    /** The languages that the program's partners read. */
    public static final Set<String> LANGUAGES = Set.of("en", "ms", "de", "ja", "es", "pt");

    private static final String BUNDLE = "io.entente.commission.statements.texts.statement";

    private static final int PERCENT_DECIMALS = 4;

    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");

    private final Locale locale;
    private final ResourceBundle texts;

    /** The words for a partner whose language is unknown. */
    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words in the language of a partner. */
    public static Words of(Addressee addressee) {
        Locale locale = addressee.locale();
        return new Words(LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    /** The language and region, as in BCP 47. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** A text without values. */
    public String text(String key) {
        return texts.getString(key);
    }

    /** A text with values in the places {0}, {1} and so on. */
    public String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** A share such as 12.5, in the format of the language and with the sign. */
    public String percent(Fraction share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(PERCENT_DECIMALS);
        return format.format(share.value());
    }

    /** The name of a kind of ledger transaction. */
    public String kind(String kind) {
        String key = "kind." + kind;
        return texts.containsKey(key) ? texts.getString(key) : texts.getString("kind.OTHER");
    }

    /**
     * An amount in the format of the language, with all decimals of its currency and without the currency symbol, which is
     * shown above.
     */
    public String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount());
    }

    /** A value of a reason: an amount such as {@code 1054.00 USD} in the format of the language, and anything else as it is. */
    public String value(String value) {
        Matcher amount = AMOUNT.matcher(value);
        return amount.matches()
                ? amount(Money.parse(amount.group(2) + " " + amount.group(1))) + " " + amount.group(2)
                : value;
    }

    /** A bank's reason in this language, by its English words; anything else as it is. */
    public String ofBank(String english) {
        String key = BankReasons.KEYS.get(english);
        return key == null ? english : texts.getString(key);
    }

    /** The texts of banks' reasons by their English words. */
    private static final class BankReasons {

        private static final String PREFIX = "bank.";
        private static final Map<String, String> KEYS = ENGLISH.texts.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .collect(Collectors.toUnmodifiableMap(ENGLISH.texts::getString, key -> key));
    }

    /** A whole number. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A date. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }
}
