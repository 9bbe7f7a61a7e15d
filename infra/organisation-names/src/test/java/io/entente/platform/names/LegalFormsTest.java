package io.entente.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegalFormsTest {

    private static final String NAME = "Quorra Belvis";

    /**
     * Words that are left of a form, such as of {@code Harbour Development Corporation}, because they tell names apart without it.
     */
    private static final Set<String> PART_OF_THE_NAME = Set.of(
            "benefit",
            "business",
            "close",
            "community",
            "condominium",
            "development",
            "domestic",
            "ecclesiastical",
            "educational",
            "european",
            "external",
            "guarantee",
            "indigenous",
            "labuan",
            "liability",
            "loan",
            "local",
            "nt",
            "or",
            "oversea",
            "overseas",
            "permit",
            "prof",
            "professional",
            "profit",
            "project",
            "registered",
            "reit",
            "religious",
            "scc",
            "simple",
            "statutory",
            "stiftung",
            "stock");

    /** Two published forms are Latin words with a Greek letter that looks like a Latin one only as a capital. */
    private static final Pattern BEGINS_IN_GREEK = Pattern.compile("^\\p{IsGreek}\\p{IsLatin}");

    static Stream<String> formsAtTheEnd() {
        return Stream.of("legal-forms.txt", "legal-forms-further.txt", "legal-forms-elf.txt")
                .flatMap(list -> WordList.read("/organisation-names/" + list).stream())
                .filter(line -> line.startsWith("end ") || line.startsWith("both "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(form -> form.chars().anyMatch(Character::isLetter))
                .filter(form -> !BEGINS_IN_GREEK.matcher(form).find());
    }

    @ParameterizedTest
    @MethodSource("formsAtTheEnd")
    void a_name_meets_itself_with_each_legal_form_in_each_spelling(String form) {
        ComparedName alone = OrganisationName.of(NAME).compared();

        assertThat(Stream.of(
                                form,
                                form.toUpperCase(Locale.ROOT),
                                form.replace(".", ""),
                                form.replaceAll("\\.(?=\\S)", ". "))
                        .map(spelt -> OrganisationName.of(NAME + " " + spelt).compared())
                        .filter(compared -> !compared.equals(alone) && !endsWithPartOfTheName(compared)))
                .isEmpty();
    }

    private static boolean endsWithPartOfTheName(ComparedName compared) {
        List<String> words = compared.words();
        return words.size() == 3 && PART_OF_THE_NAME.contains(words.get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quorra Proprietary Limited  | quorra",
                "Quorra Pty. Ltd.            | quorra",
                "Quorra v.o.s.               | quorra",
                "Quorra v. o. s.             | quorra",
                "Quorra v.o.s                | quorra",
                "Quorra S. R. O.             | quorra",
                "Quorra S. A. de C. V.       | quorra",
                "Quorra e. V.                | quorra",
                "Quorra N. V.                | quorra",
                "A B Quorra                  | a b quorra",
                "Quorra Development Corp.    | quorra development",
            })
    void abbreviations_may_have_points_and_spaces(String written, String compared) {
        assertThat(compared(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quorra e Cia Ltda      | quorra",
                "Quorra & Cia.          | quorra",
                "Quorra y Cía           | quorra",
                "Quorra & Cía S. en C.  | quorra",
                "Quorra e C. s.n.c.     | quorra",
                "Quorra & Cª Lda        | quorra",
                "Quorra et Cie          | quorra",
                "Quorra und Co          | quorra",
                "Quorra u. Co. KG       | quorra",
                "Quorra GmbH und Co. KG | quorra",
                "Quorra och Co          | quorra",
                "Quorra i Spółka        | quorra",
                "Quorra i S-ka          | quorra",
                "Quorra a spol.         | quorra",
                "Quorra és Társa Bt.    | quorra",
                "Quorra ve Ortakları    | quorra",
                "Ромашка и Ко           | ромашка",
                "Quorra e Filhos        | quorra filhos",
                "Quorra & Filhos Lda    | quorra filhos",
                "Quorra y Hermanos      | quorra hermanos",
                "Quorra Filhos          | quorra filhos",
                "Quorra Team Y Ltd      | quorra team y",
                "Uncle Dan Ltd          | uncle dan",
            })
    void the_and_before_a_word_for_company_goes_with_it(String written, String compared) {
        assertThat(compared(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brandula Gebrüder und Co  | brandula gebruder",
                "Brandula Gebrüder & Co.   | brandula gebruder",
                "Brandula GmbH und Co. KG  | brandula",
                "Vitamin E Co              | vitamin e co",
                "Plan A Company Ltd        | plan a company",
                "Vitamin Co                | vitamin",
            })
    void a_key_loses_only_an_and_that_can_be_nothing_else(String written, String key) {
        assertThat(OrganisationName.of(written).value()).isEqualTo(key);
    }

    private static String compared(String written) {
        return String.join(" ", OrganisationName.of(written).compared().words());
    }
}
