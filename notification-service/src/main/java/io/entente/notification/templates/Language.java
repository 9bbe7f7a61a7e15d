package io.entente.notification.templates;

import java.util.Locale;
import java.util.Set;

/**
 * A language of the messages, with the region whose number and date formats the reader is used to.
 *
 * @param code ISO 639-1; part of the file names
 * @param locale the reader's locale, or English if the messages are not available in the reader's language
 */
public record Language(String code, Locale locale) {

    /** The language that defines which texts and layouts exist. */
    static final String REFERENCE = "en";

    private static final Language FALLBACK = new Language(REFERENCE, Locale.ENGLISH);

    /**
     * The language of a BCP 47 tag. {@code pt-BR} is Portuguese. A language that is not available falls back to English.
     *
     * @param available ISO 639-1 codes
     */
    static Language of(String tag, Set<String> available) {
        Locale locale = Locale.forLanguageTag(tag);
        return available.contains(locale.getLanguage()) ? new Language(locale.getLanguage(), locale) : FALLBACK;
    }
}
