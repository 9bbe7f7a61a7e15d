package io.entente.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brightwater Logistics Sdn. Bhd.     | brightwater logistics",
                "  BRIGHTWATER   Logistics, Ltd      | brightwater logistics",
                "The Brightwater Group plc           | brightwater",
                "PT. Nusantara Jaya Tbk              | nusantara jaya",
                "Soluções São João Ltda.             | solucoes sao joao",
                "Peña Ibérica, S.A. de C.V.          | pena iberica",
                "Ørsted A/S                          | orsted a s",
                "Łódź Sp. z o.o.                     | lodz",
                "O'Neill & Partners                  | oneill and partners",
                "Straße 7 GmbH                       | strasse 7",
                "株式会社テスト                        | テスト",
                "ガイア有限会社                        | ガイア",
                "カイア                               | カイア",
                "(주)한국                             | 주 한국",
                "Ｂｒｉｇｈｔ                          | bright",
                "Limited                             | limited",
                "Co. Ltd.                            | co",
                "???                                 | ???",
            })
    void a_name_is_compared_without_its_indistinctive_parts(String written, String compared) {
        assertThat(OrganisationName.of(written).value()).isEqualTo(compared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200C", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u200E"})
    void characters_that_nobody_sees_make_no_other_name(String unseen) {
        OrganisationName name = OrganisationName.of("Doppelt Kran");

        assertThat(OrganisationName.of(String.join(unseen, "Doppelt Kran".split(""))))
                .isEqualTo(name);
        assertThat(OrganisationName.of(unseen + "Doppelt" + unseen + " " + unseen + "Kran" + unseen))
                .isEqualTo(name);
    }

    @Property
    void normalising_twice_equals_normalising_once(@ForAll @StringLength(min = 1, max = 60) String written) {
        OrganisationName name = OrganisationName.of(written);
        assertThat(OrganisationName.of(name.value()).value().length())
                .isLessThanOrEqualTo(Math.max(1, name.value().length()));
        assertThat(name.value()).isEqualTo(name.value().strip());
    }
}
