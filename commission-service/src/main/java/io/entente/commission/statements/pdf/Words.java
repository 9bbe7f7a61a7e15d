package io.entente.commission.statements.pdf;

import io.entente.commission.partners.Addressee;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.joda.money.Money;

/** The words, numbers and dates of a statement in one of the program's languages, or in English for any other language. */
final class Words {

    /** The languages that the program's partners read. */
    static final Set<String> LANGUAGES = Set.of("en", "ms", "de", "ja", "es", "pt");

    private static final String BUNDLE = "io.entente.commission.statements.pdf.statement";

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words of(Addressee addressee) {
        Locale locale = addressee.locale();
        return new Words(LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    String language() {
        return locale.toLanguageTag();
    }

    String text(String key) {
        return texts.getString(key);
    }

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The name of a kind of ledger transaction. */
    String kind(String kind) {
        String key = "kind." + kind;
        return texts.containsKey(key) ? texts.getString(key) : texts.getString("kind.OTHER");
    }

    /**
     * An amount in the format of the language, with all decimals of its currency and without the currency symbol, which is
     * shown above.
     */
    String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount());
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }
}
