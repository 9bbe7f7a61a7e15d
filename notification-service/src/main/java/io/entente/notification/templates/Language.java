package io.entente.notification.templates;

import java.util.List;
import java.util.Locale;

/**
 * A language that the program's partners read, with the region whose way of writing figures the partner is used to.
 *
 * @param code ISO 639-1; names the bundle
 * @param locale the partner's, or the bare language where the partner's own is not among the program's
 */
public record Language(String code, Locale locale) {

    public static final List<String> CODES = List.of("en", "ms", "de", "ja", "es", "pt");

    /** Where a partner's language is none of the program's. */
    private static final Language FALLBACK = new Language("en", Locale.ENGLISH);

    /** The language of a BCP 47 tag: {@code pt-BR} is Portuguese, {@code fr} falls back to English. */
    public static Language of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return CODES.contains(locale.getLanguage()) ? new Language(locale.getLanguage(), locale) : FALLBACK;
    }
}
