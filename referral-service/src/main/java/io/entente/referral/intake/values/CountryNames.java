package io.entente.referral.intake.values;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.entente.platform.domain.text.CountryCodes;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the country that a text names: its ISO 3166-1 code of two or three letters, its name from Unicode's locale data (CLDR) in a
 * language that imported files are understood in or in a language of the country itself, its official name, or an abbreviation.
 * Case, accents, points and articles don't matter.
 */
public final class CountryNames {

    /** The languages in which imported files are understood, whatever languages the program's partners read. */
    static final List<ULocale> UNDERSTOOD =
            Stream.of("en", "ms", "de", "ja", "es", "pt").map(ULocale::new).toList();

    /** Further languages whose names of countries are understood, unless the name means another country in one of the first. */
    private static final List<ULocale> FURTHER = Stream.of(
                    "fr", "it", "nl", "da", "sv", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg",
                    "et", "lv", "lt", "el", "tr", "ru", "uk", "ar", "he", "zh", "zh_Hant", "ko", "th", "vi", "id",
                    "fil", "pt_PT", "sq", "ca")
            .map(ULocale::new)
            .toList();

    /** Official names without their first words: {@code Republic of Poland}, {@code Bundesrepublik Deutschland}. */
    private static final Pattern FORMAL_START = Pattern.compile(
            "(?:(?:federal|federated|federative|democratic|people's|peoples|islamic|socialist|arab|united|bolivarian|plurinational"
                    + "|cooperative|oriental|independent|hashemite) )*"
                    + "(?:republic|kingdom|state|states|sultanate|emirate|commonwealth|principality|grand duchy|union) of (?:the )?"
                    + "|(?:democratic )?republic "
                    + "|(?:bundes|volks)?republik |konigreich |furstentum |grossherzogtum |kerajaan |negara "
                    + "|(?:republica|reino|estado|principado)(?: (?:federal|federativa|popular|islamica|bolivariana|oriental|democratica))*"
                    + " (?:de|del|do|da|dos|das) (?:(?:la|las|los) )?|republique (?:de |du |d')(?:la )?|royaume (?:de |du |d')(?:la )?");

    /** As lists of ISO 3166-1 and of the World Bank write them: {@code Korea, Republic of}, {@code Egypt, Arab Rep.}. */
    private static final Pattern FORMAL_END = Pattern.compile(
            " (?:(?:federal|federated|democratic|people's|islamic|united|arab|socialist|bolivarian|plurinational) )*"
                    + "(?:republic|kingdom|state|states)(?: of(?: the)?)?$");

    /** A name with an addition: {@code Korea (South)}, {@code China, P.R.}. */
    private static final Pattern WITH_ADDITION = Pattern.compile("([^,()]+?)\\s*(?:,\\s*|\\(\\s*)([^,()]+?)\\s*\\)?");

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|die|der|los|las|el|la|os|as|o|a|le|les|l') ?(?=\\p{L}{3})| the$");

    /** Letters of an abbreviation that are written apart, as in {@code P. R. China}. */
    private static final Pattern LETTERS_APART = Pattern.compile("\\b(\\p{L}) (?=\\p{L}\\b)");

    /** What is written for a longer word, in the order in which it is replaced. */
    private static final Map<Pattern, String> ABBREVIATIONS = abbreviations();

    private static final Pattern SAINT = Pattern.compile("\\bsaint\\b");

    /** Regions that sales teams write for a country. One of them is also the French abbreviation of a country. */
    private static final Set<String> REGIONS = Set.of(
            "eu",
            "eea",
            "efta",
            "emea",
            "apac",
            "apj",
            "japac",
            "amer",
            "americas",
            "latam",
            "lac",
            "cala",
            "mena",
            "mea",
            "gcc",
            "dach",
            "benelux",
            "nordics",
            "cee",
            "cis",
            "anz",
            "asean",
            "ssa",
            "row",
            "ww",
            "global",
            "worldwide");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}_\\-()]+");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /**
     * The ISO 3166-1 alpha-2 code, or XK for Kosovo; null if the text names no country, or if the name is that of several.
     */
    public static @Nullable String find(String text) {
        String found = named(text);
        Matcher parts = WITH_ADDITION.matcher(text.strip());
        if (found != null || !parts.matches()) {
            return found;
        }
        String turned = named(parts.group(2) + " " + parts.group(1));
        String first = turned == null ? named(parts.group(1)) : null;
        return turned != null || first == null || !first.equals(named(parts.group(2))) ? turned : first;
    }

    private static @Nullable String named(String text) {
        String name = key(text);
        String withoutArticle = ARTICLE.matcher(name).replaceAll("");
        String inFull = inFull(name);
        return Stream.of(name, withoutArticle, inFull, informal(name), informal(withoutArticle), informal(inFull))
                .distinct()
                .flatMap(spelling -> Stream.ofNullable(CODES.get(spelling)))
                .findFirst()
                .orElse(null);
    }

    private static String inFull(String name) {
        String full = name;
        for (Map.Entry<Pattern, String> abbreviation : ABBREVIATIONS.entrySet()) {
            full = abbreviation.getKey().matcher(full).replaceAll(abbreviation.getValue());
        }
        return full;
    }

    private static Map<Pattern, String> abbreviations() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("^s\\b"), "south");
        words.put(Pattern.compile("^n\\b"), "north");
        words.put(Pattern.compile("\\brep\\b"), "republic");
        words.put(Pattern.compile("\\bdem\\b"), "democratic");
        words.put(Pattern.compile("\\bfed\\b"), "federal");
        words.put(Pattern.compile("\\bisl?ds?\\b"), "islands");
        return Collections.unmodifiableMap(words);
    }

    private static String informal(String name) {
        Matcher start = FORMAL_START.matcher(name);
        return start.lookingAt()
                ? name.substring(start.end())
                : FORMAL_END.matcher(name).replaceAll("");
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String country : CountryCodes.ALL) {
            for (ULocale language : UNDERSTOOD) {
                add(codes, several, new Locale("", country).getDisplayCountry(language.toLocale()), country);
                addNames(codes, several, language, country);
            }
        }
        addOwnNames(codes, several);
        addFurther(codes, several);
        several.forEach(codes::remove);
        REGIONS.forEach(codes::remove);
        CountryAliases.CODES.forEach((name, country) -> codes.put(key(name), country));
        for (String country : Locale.getISOCountries()) {
            codes.put(key(new Locale("", country).getISO3Country()), country);
        }
        CountryCodes.ALL.forEach(country -> codes.put(key(country), country));
        return Map.copyOf(codes);
    }

    private static void addNames(Map<String, String> codes, Set<String> several, ULocale language, String country) {
        for (DisplayContext length : new DisplayContext[] {DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT}) {
            String name = LocaleDisplayNames.getInstance(language, length).regionDisplayName(country);
            if (!name.equals(country)) {
                add(codes, several, name, country);
            }
        }
    }

    private static void addFurther(Map<String, String> codes, Set<String> several) {
        Map<String, String> further = new HashMap<>();
        Set<String> severalFurther = new HashSet<>();
        CountryCodes.ALL.forEach(
                country -> FURTHER.forEach(language -> addNames(further, severalFurther, language, country)));
        severalFurther.forEach(further::remove);
        further.keySet().removeAll(several);
        further.forEach(codes::putIfAbsent);
    }

    /** The names of countries in their own languages, such as {@code Suomi}. */
    private static void addOwnNames(Map<String, String> codes, Set<String> several) {
        Set<String> countries = CountryCodes.ALL;
        for (ULocale locale : ULocale.getAvailableLocales()) {
            if (countries.contains(locale.getCountry())) {
                String name = locale.getDisplayCountry(locale);
                if (!name.equals(locale.getCountry())) {
                    add(codes, several, name, locale.getCountry());
                }
            }
        }
    }

    private static void add(Map<String, String> codes, Set<String> several, String name, String country) {
        Stream.of(key(name), key(withoutUmlauts(name))).distinct().forEach(key -> {
            String other = codes.putIfAbsent(key, country);
            if (other != null && !other.equals(country)) {
                several.add(key);
            }
        });
    }

    /** As people write who have no umlauts on their keyboard: {@code Oesterreich}. */
    private static String withoutUmlauts(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("\u00e4", "ae")
                .replace("\u00f6", "oe")
                .replace("\u00fc", "ue");
    }

    private static String key(String name) {
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replace('\u0131', 'i')
                .replace('\u0142', 'l')
                .replace('\u00f8', 'o')
                .replace(".", "")
                .replace(",", "")
                .replace('\u2019', '\'')
                .replace("&", " and ");
        String words = BETWEEN.matcher(folded).replaceAll(" ").strip();
        return SAINT.matcher(LETTERS_APART.matcher(words).replaceAll("$1")).replaceAll("st");
    }
}
