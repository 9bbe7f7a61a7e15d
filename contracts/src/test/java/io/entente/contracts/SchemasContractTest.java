package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.contracts.Catalogue.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemasContractTest {
    /** A deal of a CRM that isn't linked to a referral has no client that we know. */
    private static final String OF_NO_REFERRAL = "referral.crm-record-waiting.v1";

    private static final Set<String> AGGREGATES = Set.of(
            "partnerId",
            "memberId",
            "qualificationId",
            "onboardingId",
            "notificationId",
            "reviewId",
            "alertId",
            "applicationId",
            "referenceRequestId",
            "aboutId",
            "referralId",
            "agreementId",
            "dealId",
            "commissionId",
            "statementId",
            "payoutId",
            "payeeId",
            "taxProfileId",
            "noticeId",
            "planId",
            "paymentId",
            "crmDealId",
            "reportId",
            "invoiceNumber");

    /** Keywords that mean the same in JSON Schema 2020-12 and in draft 07, the default of AsyncAPI. */
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "title",
            "description",
            "type",
            "required",
            "properties",
            "items",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "const",
            "anyOf",
            "examples");

    static List<String> schemas() {
        return Contracts.names(Contracts.SCHEMAS);
    }

    static List<Entry> all() {
        return Catalogue.all();
    }

    static List<Entry> events() {
        return Catalogue.events();
    }

    @Test
    void a_wire_type_is_the_name_of_its_record_in_kebab_case() {
        assertThat(Catalogue.events()).hasSizeGreaterThan(50).allSatisfy(entry -> assertThat(entry.type())
                .isEqualTo("%s.%s.v%s"
                        .formatted(
                                entry.topic().replace(".events", ""),
                                kebab(entry.name()),
                                entry.type().replaceFirst(".*\\.v", ""))));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_is_valid_under_its_metaschema(String name) {
        JsonNode schema = Contracts.schema(name);

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString()).isEqualTo(Contracts.SCHEMA_URL + name + ".json");
        assertThat(Contracts.metaschemaViolations(schema)).isEmpty();
    }

    @Test
    void the_metaschema_refuses_an_invalid_schema() {
        JsonNode planted = Contracts.json("{\"type\": \"text\", \"required\": \"partnerId\"}");

        assertThat(Contracts.metaschemaViolations(planted)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_uses_known_keywords_only(String name) {
        Set<String> used = new TreeSet<>();
        collectKeywords(Contracts.schema(name), used);

        // The metaschema lets a misspelt keyword pass, and additionalProperties would forbid evolution.
        assertThat(KEYWORDS).containsAll(used);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_schema_and_field_has_a_description(String name) {
        JsonNode schema = Contracts.schema(name);

        assertThat(schema.path("description").asString()).endsWith(".");
        assertThat(undescribed(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_optional_field_may_also_be_null(Entry entry) {
        assertRequiredXorNullable(entry.type(), Contracts.schema(entry.type()));
    }

    @Test
    void an_optional_field_of_a_shared_definition_may_also_be_null() {
        Contracts.schema("common")
                .path("$defs")
                .properties()
                .forEach(definition -> assertRequiredXorNullable(definition.getKey(), definition.getValue()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_names_its_aggregate_partner_time_actor_and_origin(Entry entry) {
        JsonNode schema = Contracts.schema(entry.type());

        assertThat(AGGREGATES).contains(strings(schema.path("required")).get(0));
        assertThat(strings(schema.path("required"))).contains("partnerId", "occurredAt", "actor", "origin");
        if (entry.topic().equals("referral.events") && !entry.type().equals(OF_NO_REFERRAL)) {
            assertThat(strings(schema.path("required"))).contains("client", "service");
        }
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static void collectKeywords(JsonNode schema, Set<String> used) {
        schema.properties().forEach(entry -> {
            used.add(entry.getKey());
            switch (entry.getKey()) {
                case "properties", "$defs", "anyOf" ->
                    entry.getValue().forEach(subschema -> collectKeywords(subschema, used));
                case "items" -> collectKeywords(entry.getValue(), used);
                default -> {
                    // A leaf has no schema beneath it.
                }
            }
        });
    }

    private static List<String> undescribed(JsonNode schema) {
        return Stream.of("properties", "$defs")
                .flatMap(group -> schema.path(group).properties().stream())
                .flatMap(member -> Stream.concat(
                        member.getValue().path("description").asString("").endsWith(".")
                                ? Stream.empty()
                                : Stream.of(member.getKey()),
                        undescribed(member.getValue()).stream()))
                .toList();
    }

    private static void assertRequiredXorNullable(String name, JsonNode schema) {
        List<String> required = strings(schema.path("required"));
        schema.path("properties").properties().forEach(field -> assertThat(nullable(field.getValue()))
                .as("%s.%s is nullable if and only if it is optional", name, field.getKey())
                .isEqualTo(!required.contains(field.getKey())));
        assertThat(schema.path("properties").propertyNames()).containsAll(required);
    }

    private static boolean nullable(JsonNode field) {
        return Stream.concat(
                        field.path("type").valueStream(),
                        field.path("anyOf").valueStream().map(branch -> branch.path("type")))
                .anyMatch(type -> type.asString("").equals("null"));
    }
}
