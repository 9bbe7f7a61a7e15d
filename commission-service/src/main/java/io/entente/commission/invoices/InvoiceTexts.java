package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.VatRule;
import io.entente.commission.invoices.vat.VatTreatment;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.joda.money.Money;

/** The words, numbers and dates of invoices in one of the program's languages, or in English for any other language. */
public final class InvoiceTexts {

    /** The languages that the program's partners read. */
    public static final Set<String> LANGUAGES = Set.of("en", "ms", "de", "ja", "es", "pt");

    private static final String BUNDLE = "io.entente.commission.invoices.invoice";

    private final Locale locale;
    private final ResourceBundle texts;

    private InvoiceTexts(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static InvoiceTexts in(Locale locale) {
        return new InvoiceTexts(LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    public String text(String key, Object... values) {
        return values.length == 0
                ? texts.getString(key)
                : new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The note that the law requires for a VAT treatment. */
    public String vatNote(VatTreatment vat) {
        VatRule rule = vat.rule();
        String law = vat.law();
        String note = text("vat." + rule.name(), percent(vat.rate()));
        return law == null ? note : note + " (" + law + ")";
    }

    /** An amount in the format of the language, with all decimals of its currency and its code. */
    public String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount()) + "\u00A0"
                + money.getCurrencyUnit().getCode();
    }

    /** A rate such as 25.5, in the format of the language and without the sign. */
    public String percent(BigDecimal rate) {
        return NumberFormat.getNumberInstance(locale).format(rate);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** The name of a country, in the language. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }
}
