package io.entente.referral.intake.values;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.entente.platform.domain.CurrenciesInUse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the currency that an amount names beside its number: a code such as {@code USD} or a symbol such as {@code €}. The symbols are
 * those of Unicode's locale data (CLDR), in the languages that imported files are understood in and in the countries where the currency
 * is used.
 */
public final class CurrencySymbols {

    /** Symbols that are common in English although the locale data has others. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "S$", List.of("SGD"),
            "SG$", List.of("SGD"),
            "AU$", List.of("AUD"),
            "C$", List.of("CAD"),
            "RS", List.of("INR", "PKR", "LKR", "NPR", "MUR"));

    /** The dollar sign stands for the dollar of the row or the profile, and so do other signs that several currencies share. */
    private static final Map<String, Set<CurrencyUnit>> BY_SYMBOL = bySymbol();

    private CurrencySymbols() {}

    /**
     * Finds the currency of an amount.
     *
     * @param named the code or symbol beside the number
     * @param expected the currency of the row or the profile; null if neither names one
     * @return null if the symbol is unknown, or if several currencies have it and none of them is expected
     */
    public static @Nullable CurrencyUnit find(String named, @Nullable CurrencyUnit expected) {
        Set<CurrencyUnit> candidates = BY_SYMBOL.getOrDefault(key(named), Set.of());
        if (expected != null && candidates.contains(expected)) {
            return expected;
        }
        return candidates.size() == 1 ? candidates.iterator().next() : null;
    }

    private static Map<String, Set<CurrencyUnit>> bySymbol() {
        Map<String, Set<CurrencyUnit>> symbols = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            CountryNames.UNDERSTOOD.forEach(language -> addSymbols(symbols, currency, language));
        }
        for (String country : Locale.getISOCountries()) {
            ULocale locale = ULocale.addLikelySubtags(new ULocale("und", country));
            Currency currency = Currency.getInstance(locale);
            if (currency != null) {
                addSymbols(symbols, currency, locale);
            }
        }
        ALSO.forEach((symbol, codes) -> codes.forEach(code -> add(symbols, symbol, CurrencyUnit.of(code))));
        return Map.copyOf(symbols);
    }

    private static void addSymbols(Map<String, Set<CurrencyUnit>> symbols, Currency currency, ULocale locale) {
        CurrenciesInUse.find(currency.getCurrencyCode()).ifPresent(unit -> {
            add(symbols, unit.getCode(), unit);
            add(symbols, currency.getName(locale, Currency.SYMBOL_NAME, null), unit);
            add(symbols, currency.getName(locale, Currency.NARROW_SYMBOL_NAME, null), unit);
        });
    }

    private static void add(Map<String, Set<CurrencyUnit>> symbols, String symbol, CurrencyUnit unit) {
        symbols.computeIfAbsent(key(symbol), same -> new LinkedHashSet<>()).add(unit);
    }

    private static String key(String symbol) {
        String plain = symbol.strip().toUpperCase(Locale.ROOT);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
