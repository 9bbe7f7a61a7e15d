package io.entente.partner.applications.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.platform.web.forms.TranslatedSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApplicationFormTest {

    private static final List<String> LANGUAGES = List.of("en", "ms", "de", "ja", "es", "pt");
    private static final TranslatedSchema FORM =
            ApplicationFormController.form(JsonMapper.builder().build(), ProgramLanguages.of(LANGUAGES));
    private static final String APPLICATION =
            """
            {"organisation":"Quay & Lake","domain":"quay.example","country":"PT","timeZone":"Europe/Lisbon","locale":"pt",
             "model":"ALLIANCE","services":["tax advice"],"industries":["retail"],"territory":["PT","ES"],"positioning":"SPECIALIST",
             "expectedReferrals":6,"wouldRefer":"Family firms","contact":{"name":"Mara","email":"mara@quay.example","role":"CEO"},
             "consent":{"version":1,"agreed":true}}""";

    @Test
    void every_field_and_choice_has_a_text_of_its_own_in_every_language() {
        Set<String> english = titled(schema("en"), "");
        assertThat(english).contains("organisation", "contact/email", "consent/agreed", "model", "wouldRefer");
        for (String language : LANGUAGES) {
            assertThat(titled(schema(language), "")).as(language).isEqualTo(english);
            for (String choice : List.of("ALLIANCE", "LOW_COST", "ja")) {
                assertThat(schema(language).toString()).as(language).doesNotContain("\"title\":\"" + choice + "\"");
            }
        }
        assertThat(schema("de")
                        .path("properties")
                        .path("wouldRefer")
                        .path("title")
                        .asString())
                .isEqualTo("Welche Ihrer Kunden würden Sie empfehlen?");
    }

    @Test
    void the_schema_accepts_a_completed_form_and_refuses_what_the_api_refuses() {
        assertThat(faults(APPLICATION)).isEmpty();
        for (String[] change : new String[][] {
            {"\"Quay & Lake\"", "\" \""},
            {"\"PT\",\"timeZone\"", "\"Portugal\",\"timeZone\""},
            {"[\"tax advice\"]", "[]"},
            {"ALLIANCE", "FRIENDS"},
            {"true", "false"},
            {"\"version\":1,", ""},
            {"\"email\":\"mara@quay.example\",", ""},
            {"\"locale\":\"pt\"", "\"locale\":\"tlh\""},
            {"\"expectedReferrals\":6", "\"expectedReferrals\":-1"},
            {"\"positioning\"", "\"tier\":\"STRATEGIC\",\"positioning\""},
        }) {
            assertThat(APPLICATION).contains(change[0]);
            assertThat(faults(APPLICATION.replace(change[0], change[1])))
                    .as(change[1])
                    .isNotEmpty();
        }
    }

    private static List<String> faults(String body) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema("en").toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode schema(String language) {
        return FORM.described(FORM.structure(), language);
    }

    private static Set<String> titled(JsonNode schema, String path) {
        Set<String> titled = new TreeSet<>();
        schema.path("properties").properties().forEach(property -> {
            String name = path.isEmpty() ? property.getKey() : path + "/" + property.getKey();
            if (!property.getValue().path("title").asString("").isBlank()) {
                titled.add(name);
            }
            property.getValue()
                    .path("oneOf")
                    .forEach(choice ->
                            titled.add(name + "=" + choice.path("const").asString()));
            titled.addAll(titled(property.getValue(), name));
        });
        return titled;
    }
}
