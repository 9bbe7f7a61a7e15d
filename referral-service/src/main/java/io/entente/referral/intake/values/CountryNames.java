package io.entente.referral.intake.values;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the country that a text names: its ISO 3166-1 code of two or three letters, its name from Unicode's locale data (CLDR) in a
 * language that imported files are understood in, or an abbreviation. Case, accents, points and "the" don't matter.
 */
public final class CountryNames {

    /** The languages in which imported files are understood, whatever languages the program's partners read. */
    static final List<ULocale> UNDERSTOOD =
            Stream.of("en", "ms", "de", "ja", "es", "pt").map(ULocale::new).toList();

    /** What people write although it is neither a code nor the name in the locale data. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("united states of america", "US"),
            Map.entry("america", "US"),
            Map.entry("uae", "AE"),
            Map.entry("emirates", "AE"),
            Map.entry("ksa", "SA"),
            Map.entry("prc", "CN"),
            Map.entry("rok", "KR"),
            Map.entry("korea", "KR"),
            Map.entry("republic of korea", "KR"),
            Map.entry("drc", "CD"),
            Map.entry("rsa", "ZA"),
            Map.entry("holland", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("ivory coast", "CI"),
            Map.entry("swaziland", "SZ"),
            Map.entry("burma", "MM"),
            Map.entry("macedonia", "MK"),
            Map.entry("russian federation", "RU"),
            Map.entry("viet nam", "VN"),
            Map.entry("hong kong", "HK"),
            Map.entry("hong kong sar", "HK"),
            Map.entry("hong kong sar china", "HK"),
            Map.entry("macau sar", "MO"),
            Map.entry("macao sar", "MO"),
            Map.entry("ee uu", "US"),
            Map.entry("eeuu", "US"),
            Map.entry("eua", "US"),
            Map.entry("macau", "MO"),
            Map.entry("macao", "MO"));

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}_\\-()]+");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The ISO 3166-1 alpha-2 code; null if the text names no country, or if the name is that of several. */
    public static @Nullable String find(String text) {
        return CODES.get(key(text));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            for (ULocale language : UNDERSTOOD) {
                add(codes, several, new Locale("", country).getDisplayCountry(language.toLocale()), country);
                for (DisplayContext length :
                        new DisplayContext[] {DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT}) {
                    add(
                            codes,
                            several,
                            LocaleDisplayNames.getInstance(language, length).regionDisplayName(country),
                            country);
                }
            }
        }
        several.forEach(codes::remove);
        codes.putAll(ALSO);
        for (String country : Locale.getISOCountries()) {
            codes.put(key(country), country);
            codes.put(key(new Locale("", country).getISO3Country()), country);
        }
        return Map.copyOf(codes);
    }

    private static void add(Map<String, String> codes, Set<String> several, String name, String country) {
        String other = codes.putIfAbsent(key(name), country);
        if (other != null && !other.equals(country)) {
            several.add(key(name));
        }
    }

    private static String key(String name) {
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replace(",", "")
                .replace('\u2019', '\'')
                .replace("&", " and ");
        String spaced = BETWEEN.matcher(folded).replaceAll(" ").strip();
        return spaced.startsWith("the ") ? spaced.substring("the ".length()) : spaced;
    }
}
