package io.entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenApiLintTest {

    private static final String COMPLETE =
            """
            {"openapi":"3.1.0",
             "info":{"title":"Entente test service","version":"1","description":"A test."},
             "tags":[{"name":"things","description":"Things."}],
             "paths":{"/api/things/{id}":{"put":{
               "operationId":"replace","summary":"Replaces a thing","description":"Replaces a thing.","tags":["things"],
               "parameters":[{"name":"id","in":"path","description":"The thing.","schema":{"type":"string"},"example":"t_1"}],
               "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
               "responses":{
                 "200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
                 "404":{"description":"None","content":{"application/problem+json":{"schema":{"type":"string"}}}}}}}},
             "components":{"schemas":{
               "Thing":{"type":"object","properties":{
                 "name":{"type":"string","example":"a"},
                 "kind":{"type":"string","enum":["A","B"]},
                 "labels":{"type":"array","items":{"type":"string","example":"new"}},
                 "counts":{"type":"object","additionalProperties":{"type":"integer"}}}}}}}
            """;

    @Test
    void a_complete_description_has_no_gaps() {
        assertThat(OpenApiLint.gaps(JsonMapper.shared().readTree(COMPLETE))).isEmpty();
    }

    @Test
    void missing_texts_are_found() {
        found("\"title\":\"Entente test service\",", "", "info has no title");
        found("\"version\":\"1\",", "", "info has no version");
        found(
                "\"summary\":\"Replaces a thing\",",
                "",
                "PUT /api/things/{id} needs a summary of at most 120 characters");
        found("\"description\":\"Replaces a thing.\",", "", "PUT /api/things/{id} has no description");
        found(",\"tags\":[\"things\"]", "", "PUT /api/things/{id} has no tag");
        found(",\"description\":\"Things.\"", "", "PUT /api/things/{id} has tag \"things\", which has no description");
        found("\"description\":\"The thing.\",", "", "PUT /api/things/{id} parameter id has no description");
    }

    @Test
    void a_tag_of_javadoc_is_found() {
        found("The thing.", "The {@link Thing}.", "descriptions contain tags of Javadoc");
    }

    @Test
    void missing_examples_are_found() {
        found(",\"example\":\"t_1\"", "", "PUT /api/things/{id} parameter id has no example");
        found(",\"example\":\"a\"", "", "Thing.name has no example");
        found(",\"example\":\"new\"", "", "Thing.labels has no example");
    }

    @Test
    void a_missing_problem_response_is_found() {
        found(
                "application/problem+json",
                "text/html",
                "PUT /api/things/{id} has no 4xx response with a problem document");
        found("\"404\"", "\"500\"", "PUT /api/things/{id} has no 4xx response with a problem document");
    }

    @Test
    void a_creation_without_an_idempotency_key_is_found() {
        String created = COMPLETE.replace("\"put\":", "\"post\":").replace("\"200\":", "\"201\":");
        String gap = "POST /api/things/{id} creates something without an Idempotency-Key";

        assertThat(OpenApiLint.gaps(JsonMapper.shared().readTree(created))).containsExactly(gap);
        assertThat(OpenApiLint.gaps(JsonMapper.shared()
                        .readTree(created.replace(
                                "\"parameters\":[",
                                "\"parameters\":[{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"description\":\"A key.\","
                                        + "\"schema\":{\"type\":\"string\"},\"example\":\"k\"},"))))
                .isEmpty();
    }

    @Test
    void a_bare_object_is_found() {
        found(",\"additionalProperties\":{\"type\":\"integer\"}", "", "Thing.counts has no type");
        found(
                "\"200\":{\"description\":\"OK\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Thing\"}}}}",
                "\"200\":{\"description\":\"OK\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}}",
                "PUT /api/things/{id} 200 has no typed schema for application/json");
    }

    @Test
    void a_document_without_operations_is_not_complete() {
        assertThat(OpenApiLint.gaps(JsonMapper.shared().readTree("{}"))).contains("paths has no operation");
    }

    private static void found(String complete, String gap, String message) {
        assertThat(COMPLETE).contains(complete);
        assertThat(OpenApiLint.gaps(JsonMapper.shared().readTree(COMPLETE.replace(complete, gap))))
                .contains(message);
    }
}
