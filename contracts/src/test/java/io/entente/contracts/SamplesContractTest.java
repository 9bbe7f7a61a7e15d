package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.contracts.Catalogue.Entry;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SamplesContractTest {
    static List<String> types() {
        return Catalogue.all().stream().map(Entry::type).toList();
    }

    static Stream<Arguments> requiredFields() {
        return types().stream()
                .flatMap(type -> SchemasContractTest.strings(
                                Contracts.schema(type).path("required"))
                        .stream()
                        .map(field -> Arguments.of(type, field)));
    }

    @Test
    void every_type_has_exactly_one_sample() {
        assertThat(types()).isNotEmpty().allSatisfy(type -> assertThat(
                        Contracts.schema(type).path("examples"))
                .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_matches_its_schema(String type) {
        assertThat(Contracts.violations(type, Contracts.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_shows_every_field(String type) {
        assertThat(Contracts.sample(type).propertyNames())
                .containsExactlyElementsOf(
                        Contracts.schema(type).path("properties").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_unknown_field_is_tolerated(String type) {
        ObjectNode later = (ObjectNode) Contracts.sample(type);
        later.put("addedNextYear", "x");
        later.valueStream().filter(ObjectNode.class::isInstance).forEach(nested -> ((ObjectNode) nested)
                .put("addedNextYear", 1));

        assertThat(Contracts.violations(type, later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void a_required_field_must_be_present_and_not_null(String type, String field) {
        ObjectNode sample = (ObjectNode) Contracts.sample(type);

        assertThat(Contracts.violations(type, sample.deepCopy().putNull(field))).isNotEmpty();
        assertThat(Contracts.violations(type, sample.deepCopy().without(List.of(field))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_optional_field_may_be_null_or_missing(String type) {
        List<String> required =
                SchemasContractTest.strings(Contracts.schema(type).path("required"));
        ObjectNode missing = ((ObjectNode) Contracts.sample(type)).retain(required);
        ObjectNode nulls = missing.deepCopy();
        Contracts.schema(type).path("properties").propertyNames().stream()
                .filter(field -> !required.contains(field))
                .forEach(nulls::putNull);

        assertThat(Contracts.violations(type, missing)).isEmpty();
        assertThat(Contracts.violations(type, nulls)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            referral.deal-closed.v1           | /amount/amount            | 10540.00
            referral.deal-closed.v1           | /amount/amount            | "-1.00"
            referral.deal-closed.v1           | /amount/amount            | "1e3"
            referral.deal-closed.v1           | /amount/currency          | "usd"
            referral.deal-closed.v1           | /amount/currency          | null
            referral.deal-closed.v1           | /credit                   | []
            referral.deal-closed.v1           | /credit/0/share           | "1.01"
            referral.deal-closed.v1           | /credit/0/share           | "100"
            referral.deal-closed.v1           | /client/key               | ""
            referral.deal-closed.v1           | /closedOn                 | "2026-02-30"
            referral.deal-closed.v1           | /engagement/kind          | "LEASE"
            referral.deal-closed.v1           | /occurredAt               | "2026-04-02T09:00:00+08:00"
            referral.deal-closed.v1           | /occurredAt               | 1775120400
            referral.deal-closed.v1           | /involvement              | "active"
            referral.deal-closed.v1           | /origin                   | "TEST"
            referral.sla-breached.v1          | /clock                    | "ANY"
            referral.satisfaction-rated.v1    | /rating                   | 11
            commission.commission-accrued.v1  | /plan/version             | 0
            commission.commission-accrued.v1  | /rate                     | 0.1
            commission.commission-accrued.v1  | /explanation              | []
            commission.no-commission-due.v1   | /reason                   | "No plan in force"
            partner.profile.v1                | /contacts/0/email         | "aisyah at harbourpine"
            partner.profile.v1                | /country                  | "Malaysia"
            partner.profile.v1                | /locale                   | "English"
            partner.profile.v1                | /version                  | "6"
            """)
    void a_wrong_value_is_refused(String type, String pointer, String value) {
        ObjectNode sample = (ObjectNode) Contracts.sample(type);
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) sample.at(at.head())).set(at.last().getMatchingProperty(), Contracts.json(value));

        assertThat(Contracts.violations(type, sample))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains(pointer);
    }

    @ParameterizedTest
    @MethodSource("types")
    void all_samples_belong_to_the_same_partner(String type) {
        assertThat(Contracts.sample(type).path("partnerId"))
                .isEqualTo(Contracts.sample("partner.partner-applied.v1").path("partnerId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral.deal-closed.v1", "referral.deal-corrected.v1"})
    void credit_shares_add_up_to_one(String type) {
        assertThat(Contracts.sample(type)
                        .path("credit")
                        .valueStream()
                        .map(share -> decimal(share.path("share")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void the_sample_commission_follows_from_the_sample_deal() {
        JsonNode deal = Contracts.sample("referral.deal-closed.v1");
        JsonNode accrued = Contracts.sample("commission.commission-accrued.v1");

        assertThat(accrued.path("dealId")).isEqualTo(deal.path("dealId"));
        assertThat(accrued.path("dealAmount")).isEqualTo(deal.path("amount"));
        assertThat(decimal(accrued.at("/dealAmount/amount"))
                        .multiply(decimal(accrued.path("rate")))
                        .multiply(decimal(accrued.path("share"))))
                .isEqualByComparingTo(decimal(accrued.at("/amount/amount")));
    }

    @Test
    void headers_are_text_and_required_headers_must_be_present() {
        ObjectNode headers = (ObjectNode)
                Contracts.json(
                        """
                {
                  "ce_specversion": "1.0",
                  "ce_id": "01K3E5G7H9J1K3M5N7P9Q1R3SV",
                  "ce_source": "/referral-service",
                  "ce_type": "referral.deal-closed.v1",
                  "ce_subject": "01K2D4F6G8H0J2K4M6N8P0Q2RS",
                  "ce_time": "2026-04-02T09:00:00Z",
                  "ce_partitionkey": "01K1A7Q2M8V4R6T9W3X5Y7Z0BC",
                  "ce_sequence": "9",
                  "content-type": "application/json",
                  "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
                }
                """);

        assertThat(Contracts.violations("headers", headers)).isEmpty();
        assertThat(SchemasContractTest.strings(Contracts.schema("headers").path("required")))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(Contracts.violations(
                                "headers", headers.deepCopy().without(List.of(header))))
                        .isNotEmpty());
        assertThat(Contracts.violations("headers", headers.deepCopy().put("ce_sequence", "0")))
                .isNotEmpty();
        assertThat(Contracts.violations("headers", headers.deepCopy().put("ce_type", "DealClosed")))
                .isNotEmpty();
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asString());
    }
}
