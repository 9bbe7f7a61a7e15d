package io.entente.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kühn                                                | kuhn",
                "Kuehn                                               | kuhn",
                "Bauer                                               | bauer",
                "Poe                                                 | poe",
                "Aase & Sønn AS                                      | ase sonn",
                "Müller und Söhne Gesellschaft mit beschränkter Haftung | muller sohne",
                "Blue Ridge Limited Liability Company                | blu ridge",
                "SC Johnson                                          | sc johnson",
                "Nationwide Building Society                         | nationwide building society",
                "華為技術有限公司                                       | 华为技术",
                "株式会社テスト                                         | テスト",
                "公司                                                 | 公司",
                "ООО Ромашка                                         | ромашка",
                "E e E                                               | e e e",
            })
    void spellings_of_one_name_become_equal(String written, String compared) {
        assertThat(String.join(" ", OrganisationName.of(written).compared().words()))
                .isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource({
        "International Business Machines, ibm",
        "Bayerische Motoren Werke AG, bmw",
        "Deutsche Bank AG, ''",
    })
    void only_a_name_of_three_words_has_initials(String written, String initials) {
        assertThat(OrganisationName.of(written).compared().initials()).isEqualTo(initials);
    }

    @Property
    void no_name_is_compared_as_nothing(@ForAll @StringLength(min = 1, max = 60) String written) {
        assertThat(OrganisationName.of(written).compared().words()).isNotEmpty();
    }
}
