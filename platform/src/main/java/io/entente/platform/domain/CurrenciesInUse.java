package io.entente.platform.domain;

import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * The currencies in which money can be entered: those of ISO 4217 list one in which people pay. Past currencies such as DEM,
 * metals, funds and the codes for tests are not among them. Amounts that are stored in another currency stay readable.
 *
 * @see <a href="https://www.six-group.com/en/products-services/financial-information/data-standards.html">ISO 4217 list one,
 *     as of January 2026</a>
 */
public final class CurrenciesInUse {

    private static final Set<String> CODES = Set.of(
            ("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
                            + "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ "
                            + "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT "
                            + "LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO "
                            + "NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
                            + "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED "
                            + "VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG")
                    .split(" "));

    private CurrenciesInUse() {}

    /** The currency of a code; empty if nobody pays in it. */
    public static Optional<CurrencyUnit> find(String code) {
        try {
            return CODES.contains(code) ? Optional.of(CurrencyUnit.of(code)) : Optional.empty();
        } catch (IllegalCurrencyException unknown) {
            return Optional.empty();
        }
    }
}
