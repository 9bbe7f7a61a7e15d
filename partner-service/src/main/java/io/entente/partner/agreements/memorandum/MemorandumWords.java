package io.entente.partner.agreements.memorandum;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** The words and dates of a memorandum in one of the program's languages, or in English for any other language. */
final class MemorandumWords {

    /** The languages that the program's partners read. */
    static final Set<String> LANGUAGES = Set.of("en", "ms", "de", "ja", "es", "pt");

    private static final String BUNDLE = "io.entente.partner.agreements.memorandum.memorandum";

    private final Locale locale;
    private final ResourceBundle texts;

    /** @param language and region, as in BCP 47 */
    MemorandumWords(String language) {
        Locale wanted = Locale.forLanguageTag(language);
        this.locale = LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language and region, as in BCP 47. */
    String language() {
        return locale.toLanguageTag();
    }

    /** A text with values in the places {0}, {1} and so on. */
    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The name of a value, such as {@code LAWYER} of {@code profession}. */
    String name(String key, Enum<?> value) {
        return texts.getString(key + "." + value.name());
    }

    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A time with its zone, to the minute. */
    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(at)
                + " (" + zone.getId() + ")";
    }
}
