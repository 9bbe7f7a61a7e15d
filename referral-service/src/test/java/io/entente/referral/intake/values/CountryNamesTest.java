package io.entente.referral.intake.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MY,MY",
                "mys,MY",
                "Malaysia,MY",
                "de,DE",
                "DEU,DE",
                "Germany,DE",
                "Deutschland,DE",
                "ドイツ,DE",
                "Alemania,DE",
                "Alemanha,DE",
                "Jerman,DE",
                "日本,JP",
                "España,ES",
                "espana,ES",
                "Brasil,BR",
                "UK,GB",
                "U.K.,GB",
                "Great Britain,GB",
                "USA,US",
                "U.S.A.,US",
                "United States of America,US",
                "Estados Unidos,US",
                "UAE,AE",
                "The Netherlands,NL",
                "Holland,NL",
                "Türkiye,TR",
                "Turkey,TR",
                "Czech Republic,CZ",
                "Czechia,CZ",
                "Hong Kong,HK",
                "Hong Kong SAR,HK",
                "EE.UU.,US",
                "EE. UU.,US",
                "Viet Nam,VN",
                "Bosnia & Herzegovina,BA",
                "Côte d’Ivoire,CI",
                "Cote d'Ivoire,CI",
                "South Korea,KR",
                "xx,-",
                "Nowhere,-",
                "'',-",
            })
    void a_country_is_found_by_its_codes_its_names_and_common_abbreviations(String text, String code) {
        assertThat(CountryNames.find(text)).isEqualTo(code);
    }
}
