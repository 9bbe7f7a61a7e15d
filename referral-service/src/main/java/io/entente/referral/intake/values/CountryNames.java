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
            Map.entry("democratic people's republic of korea", "KP"),
            Map.entry("korea democratic people's republic of", "KP"),
            Map.entry("dprk", "KP"),
            Map.entry("republic of china", "TW"),
            Map.entry("taiwan province of china", "TW"),
            Map.entry("roc", "TW"),
            Map.entry("roi", "IE"),
            Map.entry("congo", "CG"),
            Map.entry("democratic republic of the congo", "CD"),
            Map.entry("congo democratic republic of the", "CD"),
            Map.entry("congo the democratic republic of the", "CD"),
            Map.entry("rdc", "CD"),
            Map.entry("brd", "DE"),
            Map.entry("vae", "AE"),
            Map.entry("eau", "AE"),
            Map.entry("united mexican states", "MX"),
            Map.entry("estados unidos mexicanos", "MX"),
            Map.entry("slovak republic", "SK"),
            Map.entry("french republic", "FR"),
            Map.entry("italian republic", "IT"),
            Map.entry("portuguese republic", "PT"),
            Map.entry("republica portuguesa", "PT"),
            Map.entry("argentine republic", "AR"),
            Map.entry("republica argentina", "AR"),
            Map.entry("hellenic republic", "GR"),
            Map.entry("kyrgyz republic", "KG"),
            Map.entry("gabonese republic", "GA"),
            Map.entry("togolese republic", "TG"),
            Map.entry("lebanese republic", "LB"),
            Map.entry("tschechische republik", "CZ"),
            Map.entry("slowakische republik", "SK"),
            Map.entry("swiss confederation", "CH"),
            Map.entry("syrian arab republic", "SY"),
            Map.entry("lao people's democratic republic", "LA"),
            Map.entry("lao pdr", "LA"),
            Map.entry("brunei darussalam", "BN"),
            Map.entry("timor leste", "TL"),
            Map.entry("east timor", "TL"),
            Map.entry("cabo verde", "CV"),
            Map.entry("holy see", "VA"),
            Map.entry("vatican", "VA"),
            Map.entry("vatican city state", "VA"),
            Map.entry("palestine", "PS"),
            Map.entry("palestinian territory occupied", "PS"),
            Map.entry("falkland islands malvinas", "FK"),
            Map.entry("fyrom", "MK"),
            Map.entry("virgin islands british", "VG"),
            Map.entry("virgin islands us", "VI"),
            Map.entry("us virgin islands", "VI"),
            Map.entry("vereinigte staaten von amerika", "US"),
            Map.entry("etats unis d'amerique", "US"),
            Map.entry("estados unidos de america", "US"),
            Map.entry("estados unidos da america", "US"),
            Map.entry("gran bretana", "GB"),
            Map.entry("gra bretanha", "GB"),
            Map.entry("grossbritannien", "GB"),
            Map.entry("inglaterra", "GB"),
            Map.entry("アメリカ", "US"),
            Map.entry("米国", "US"),
            Map.entry("英国", "GB"),
            Map.entry("大韓民国", "KR"),
            Map.entry("한국", "KR"),
            Map.entry("中華人民共和国", "CN"),
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

    /** Official names without their first words: {@code Republic of Poland}, {@code Bundesrepublik Deutschland}. */
    private static final Pattern FORMAL_START = Pattern.compile(
            "(?:(?:federal|federated|federative|democratic|people's|peoples|islamic|socialist|arab|united|bolivarian|plurinational"
                    + "|cooperative|oriental|independent|hashemite) )*"
                    + "(?:republic|kingdom|state|states|sultanate|emirate|commonwealth|principality|grand duchy|union) of (?:the )?"
                    + "|(?:bundes|volks)?republik |konigreich |furstentum |grossherzogtum |kerajaan |negara "
                    + "|(?:republica|reino|estado|principado)(?: (?:federal|federativa|popular|islamica|bolivariana|oriental|democratica))*"
                    + " (?:de|del|do|da|dos|das) (?:(?:la|las|los) )?|republique (?:de |du |d')(?:la )?|royaume (?:de |du |d')(?:la )?");

    /** As lists of ISO 3166-1 write them: {@code Korea, Republic of}. */
    private static final Pattern FORMAL_END = Pattern.compile(
            " (?:(?:federal|federated|democratic|people's|islamic|united|bolivarian|plurinational) )*(?:republic|state|states) of(?: the)?$");

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:the|die|der|los|las|el|la|os|as|o|a|le|les|l') ?(?=\\p{L}{3})| the$");

    private static final Pattern SAINT = Pattern.compile("\\bsaint\\b");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}_\\-()]+");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The ISO 3166-1 alpha-2 code; null if the text names no country, or if the name is that of several. */
    public static @Nullable String find(String text) {
        String name = key(text);
        String withoutArticle = ARTICLE.matcher(name).replaceAll("");
        return Stream.of(name, withoutArticle, informal(name), informal(withoutArticle))
                .distinct()
                .flatMap(spelling -> Stream.ofNullable(CODES.get(spelling)))
                .findFirst()
                .orElse(null);
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
        addOwnNames(codes, several);
        several.forEach(codes::remove);
        ALSO.forEach((name, country) -> codes.put(key(name), country));
        for (String country : Locale.getISOCountries()) {
            codes.put(key(country), country);
            codes.put(key(new Locale("", country).getISO3Country()), country);
        }
        return Map.copyOf(codes);
    }

    /** The names of countries in their own languages, such as {@code Suomi}. */
    private static void addOwnNames(Map<String, String> codes, Set<String> several) {
        Set<String> countries = Set.of(Locale.getISOCountries());
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
        return SAINT.matcher(BETWEEN.matcher(folded).replaceAll(" ").strip()).replaceAll("st");
    }
}
