package io.entente.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {

    private static final Bundle ENGLISH = Bundle.load("en");
    private static final List<TemplateName> TEMPLATES =
            Layouts.names().stream().sorted().map(TemplateName::of).toList();
    private static final Set<String> OTHER_TEXTS = Set.of(
            "format.date",
            "format.date-time",
            "letter.greeting",
            "letter.closing",
            "letter.outside-closing",
            "letter.team-closing");
    /** Open vocabularies. Each has a text for unknown words. */
    private static final Set<String> VOCABULARIES = Set.of(
            "no-commission-due.because",
            "team-deal-without-plan.because",
            "reason",
            "report",
            "clock",
            "partner-clock",
            "rule",
            "stage",
            "crm-wait",
            "risk",
            "contradiction",
            "level",
            "alert",
            "tier");

    /** Terms of the program guide that the texts of each language must use. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("referral", "commission", "partner"),
            "ms", List.of("rujukan", "komisen", "rakan"),
            "de", List.of("Empfehlung", "Provision", "Partner"),
            "ja", List.of("紹介", "コミッション", "パートナー"),
            "es", List.of("referido", "comisión", "socio"),
            "pt", List.of("indicação", "comissão", "parceiro"));

    static List<String> languages() {
        return AllTemplates.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_all_texts_of_all_templates_and_no_others(String language) {
        Set<String> wanted = new TreeSet<>(OTHER_TEXTS);
        for (TemplateName template : TEMPLATES) {
            wanted.add(template.subject());
            Layouts.of(template).forEach(paragraph -> wanted.add(paragraph.key()));
        }
        for (String vocabulary : VOCABULARIES) {
            wanted.add(vocabulary + ".OTHER");
            ENGLISH.keys().stream()
                    .filter(key -> key.startsWith(vocabulary + ".") && key.matches(".*\\.[A-Z_]+"))
                    .forEach(wanted::add);
        }
        Bundle bundle = Bundle.load(language);
        assertThat(new TreeSet<>(bundle.keys())).isEqualTo(wanted);
        assertThat(bundle.keys()).allSatisfy(key -> assertThat(bundle.text(key)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_text_has_the_same_placeholders_as_the_english_text(String language) {
        Bundle bundle = Bundle.load(language);
        assertThat(bundle.keys())
                .allSatisfy(key -> assertThat(bundle.placeholders(key)).as(key).isEqualTo(ENGLISH.placeholders(key)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_text_has_no_braces_outside_placeholders(String language) {
        Bundle bundle = Bundle.load(language);
        assertThat(bundle.keys()).allSatisfy(key -> assertThat(bundle.text(key).replaceAll("\\{[a-zA-Z]+}", ""))
                .as(key)
                .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_text_is_left_in_english(String language) {
        Bundle bundle = Bundle.load(language);
        if (!language.equals("en")) {
            assertThat(bundle.keys())
                    .filteredOn(key -> !key.startsWith("format."))
                    .allSatisfy(key -> assertThat(bundle.text(key)).as(key).isNotEqualTo(ENGLISH.text(key)));
        }
        assertThat(bundle.keys().stream().map(bundle::text).toList().toString()).contains(WORDS.get(language));
    }

    @Test
    void required_paragraphs_are_rendered_in_every_language() {
        for (TemplateName template : TEMPLATES) {
            for (String language : AllTemplates.languages()) {
                Text text = new Templates(AllTemplates.languages())
                        .render(template, Samples.required(template), AllTemplates.language(language), ZoneOffset.UTC);
                assertThat(text.subject()).doesNotContain("{", "}").isNotBlank();
                assertThat(text.body().split("\n\n")).hasSize((int) Layouts.of(template).stream()
                        .filter(paragraph -> !paragraph.optional())
                        .count());
            }
        }
    }

    @Test
    void all_paragraphs_are_rendered_in_every_language() {
        for (TemplateName template : TEMPLATES) {
            for (String language : AllTemplates.languages()) {
                Text text = new Templates(AllTemplates.languages())
                        .render(template, Samples.all(template), AllTemplates.language(language), ZoneOffset.UTC);
                assertThat(text.body().split("\n\n"))
                        .as(language)
                        .hasSize(Layouts.of(template).size());
                assertThat(text.subject() + text.body()).as(language).doesNotContain("{", "}");
            }
        }
        assertThat(TEMPLATES.stream().map(TemplateName::subject)).doesNotHaveDuplicates();
    }

    @Test
    void only_the_english_files_define_layouts() {
        assertThat(TEMPLATES).hasSizeGreaterThan(50);
        for (String language : AllTemplates.languages()) {
            assertThat(Bundle.readFiles(language).keySet().stream().anyMatch(Layouts::isLayout))
                    .as(language)
                    .isEqualTo(language.equals(Language.REFERENCE));
        }
    }

    @Test
    void an_unknown_template_is_refused() {
        assertThatThrownBy(() -> TemplateName.of("no-such-template")).hasMessageContaining("no-such-template");
    }
}
