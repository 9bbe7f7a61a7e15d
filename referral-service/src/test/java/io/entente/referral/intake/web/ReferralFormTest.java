package io.entente.referral.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class ReferralFormTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LANGUAGES = List.of("en", "ms", "de", "ja", "es", "pt");
    private static final ReferralForm FORM = new ReferralForm(JSON, LANGUAGES);
    private static final QualificationChecklist CHECKLIST = new QualificationChecklist(List.of(
            new Question(
                    "budget",
                    Map.of("en", "Has it a budget?", "de", "Gibt es ein Budget?"),
                    Question.Kind.YES_NO,
                    List.of(),
                    true),
            new Question(
                    "size", Map.of("en", "How large is it?"), Question.Kind.CHOICE, List.of("small", "large"), false),
            new Question("why", Map.of("en", "Why now?"), Question.Kind.TEXT, List.of(), false)));
    private static final String SUBMISSION =
            """
            {"partnerId":"par_1","service":"Data platform","involvement":"ACTIVE",
             "client":{"organisation":"Brightwater","domain":"brightwater.example","country":"DE","contactName":"Mia Lang",
                       "contactPhone":"+49 30 5550100"},
             "expectedValue":{"amount":"1054.00","currency":"EUR"},"consent":{"feeDisclosed":true,"clientAgrees":true},
             "answers":{"budget":"yes","size":"large"}}""";

    @Test
    void every_field_and_choice_has_a_text_in_every_language() {
        Set<String> english = titled(FORM.schema("en", CHECKLIST), "");
        assertThat(english).contains("client/organisation", "consent/feeDisclosed", "answers/budget", "involvement");
        for (String language : LANGUAGES) {
            JsonNode schema = FORM.schema(language, CHECKLIST);
            assertThat(titled(schema, "")).as(language).isEqualTo(english);
            assertThat(schema.toString()).as(language).doesNotContain("\"title\":\"\"", "\"title\":\"ACTIVE\"");
        }
        JsonNode german = FORM.schema("de", CHECKLIST).path("properties");
        assertThat(german.path("client").path("title").asString()).isEqualTo("Kunde");
        assertThat(german.path("answers")
                        .path("properties")
                        .path("budget")
                        .path("title")
                        .asString())
                .isEqualTo("Gibt es ein Budget?");
        assertThat(german.path("answers")
                        .path("properties")
                        .path("why")
                        .path("title")
                        .asString())
                .isEqualTo("Why now?");
    }

    @Test
    void a_language_of_the_program_without_words_is_refused() {
        assertThatThrownBy(() -> new ReferralForm(JSON, List.of("en", "fr")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entente.program.languages, [en, fr]");
    }

    @Test
    void the_schema_accepts_a_completed_form_and_refuses_what_the_api_refuses() {
        assertThat(faults(SUBMISSION, CHECKLIST)).isEmpty();
        for (String[] change : new String[][] {
            {"\"partnerId\":\"par_1\",", ""},
            {"Brightwater\"", "  \""},
            {"\"contactPhone\":\"+49 30 5550100\"", "\"contactPhone\":\"\""},
            {",\n           \"contactPhone\":\"+49 30 5550100\"", ""},
            {"brightwater.example", "brightwater"},
            {"\"DE\"", "\"Germany\""},
            {"ACTIVE", "SOMETIMES"},
            {"1054.00", "0.00"},
            {"1054.00", "1e3"},
            {"\"clientAgrees\":true", "\"clientAgrees\":\"yes\""},
            {"\"budget\":\"yes\",", ""},
            {"\"yes\"", "\"perhaps\""},
            {"\"large\"", "\"huge\""},
            {"Data platform", "x".repeat(101)},
            {"\"service\"", "\"colour\":\"red\",\"service\""},
        }) {
            String changed = SUBMISSION.replace(change[0], change[1]);
            assertThat(changed).as(change[0]).isNotEqualTo(SUBMISSION);
            assertThat(faults(changed, CHECKLIST)).as(changed).isNotEmpty();
        }
        assertThat(faults(SUBMISSION, new QualificationChecklist(List.of()))).isNotEmpty();
    }

    public static List<String> faults(String submission, QualificationChecklist checklist) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(FORM.schema("en", checklist).toString())
                .validate(submission, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Set<String> titled(JsonNode schema, String path) {
        Set<String> titled = new TreeSet<>();
        if (!schema.path("title").asString("").isBlank()) {
            titled.add(path);
        }
        List<String> names = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            names.add(property.getKey());
            titled.addAll(
                    titled(property.getValue(), path.isEmpty() ? property.getKey() : path + "/" + property.getKey()));
        });
        assertThat(titled).as("titles under %s", path).hasSizeGreaterThanOrEqualTo(names.size());
        return titled;
    }
}
