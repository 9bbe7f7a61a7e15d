package io.entente.platform.domain.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of countries that Entente knows: ISO 3166-1 alpha-2. */
public final class CountryCodes {

    /** ISO leaves this code to its users; the European Union, the IMF and the registry of IBANs use it for Kosovo. */
    private static final String KOSOVO = "XK";

    /** All codes. */
    public static final Set<String> ALL = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of(KOSOVO))
            .collect(Collectors.toUnmodifiableSet());

    private CountryCodes() {}
}
