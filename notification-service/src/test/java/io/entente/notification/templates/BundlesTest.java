package io.entente.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {

    private static final Bundle ENGLISH = Bundle.load("en");
    private static final Set<String> BESIDE_THE_KINDS =
            Set.of("format.date", "format.date-time", "letter.greeting", "letter.closing", "letter.team-closing");
    /** Open vocabularies: each has a text for words that nobody has put into one yet. */
    private static final Set<String> VOCABULARIES =
            Set.of("no-commission-due.because", "reason", "clock", "rule", "stage");

    /** The program guide's word for a thing, and a text that must use it. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("referral", "commission", "partner"),
            "ms", List.of("rujukan", "komisen", "rakan"),
            "de", List.of("Empfehlung", "Provision", "Partner"),
            "ja", List.of("紹介", "コミッション", "パートナー"),
            "es", List.of("referido", "comisión", "socio"),
            "pt", List.of("indicação", "comissão", "parceiro"));

    static List<String> languages() {
        return Language.CODES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_language_has_every_text_of_every_kind_and_no_other(String language) {
        Set<String> wanted = new TreeSet<>(BESIDE_THE_KINDS);
        for (MessageKind kind : MessageKind.values()) {
            wanted.add(kind.subject());
            kind.body().forEach(paragraph -> wanted.add(paragraph.key()));
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
    void a_text_has_the_placeholders_of_the_english_one(String language) {
        Bundle bundle = Bundle.load(language);
        assertThat(bundle.keys())
                .allSatisfy(key -> assertThat(bundle.placeholders(key)).as(key).isEqualTo(ENGLISH.placeholders(key)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_text_has_no_brace_that_is_not_a_placeholders(String language) {
        Bundle bundle = Bundle.load(language);
        assertThat(bundle.keys()).allSatisfy(key -> assertThat(bundle.text(key).replaceAll("\\{[a-zA-Z]+}", ""))
                .as(key)
                .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothing_is_left_in_english(String language) {
        Bundle bundle = Bundle.load(language);
        if (!language.equals("en")) {
            assertThat(bundle.keys())
                    .filteredOn(key -> !key.startsWith("format."))
                    .allSatisfy(key -> assertThat(bundle.text(key)).as(key).isNotEqualTo(ENGLISH.text(key)));
        }
        assertThat(bundle.keys().stream().map(bundle::text).toList().toString()).contains(WORDS.get(language));
    }

    @Test
    void a_kinds_required_paragraphs_are_of_facts_that_every_language_is_given() {
        for (MessageKind kind : MessageKind.values()) {
            for (String language : Language.CODES) {
                Text text = new Templates().render(kind, Samples.required(kind), Language.of(language), ZoneOffset.UTC);
                assertThat(text.subject()).doesNotContain("{", "}").isNotBlank();
                assertThat(text.body().split("\n\n")).hasSize((int) kind.body().stream()
                        .filter(paragraph -> !paragraph.optional())
                        .count());
            }
        }
    }

    @Test
    void every_fact_shows_in_every_language() {
        for (MessageKind kind : MessageKind.values()) {
            for (String language : Language.CODES) {
                Text text = new Templates().render(kind, Samples.all(kind), Language.of(language), ZoneOffset.UTC);
                assertThat(text.body().split("\n\n"))
                        .as(language)
                        .hasSize(kind.body().size());
                assertThat(text.subject() + text.body()).as(language).doesNotContain("{", "}");
            }
        }
        assertThat(Arrays.stream(MessageKind.values()).map(MessageKind::subject))
                .doesNotHaveDuplicates();
    }
}
