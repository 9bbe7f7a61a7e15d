package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.partner;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The payment details of partners over HTTP. */
@ExtendWith(RunningPayouts.class)
class PaymentDetailsIT {

    @Test
    void the_answer_shows_the_name_and_address_as_the_bank_will_read_them() {
        partner("par_bank_form");
        Answer stored = service()
                .request(
                        "PUT",
                        "/api/payees/par_bank_form",
                        """
                {"holder":"Müller & Söhne 😀","iban":"DE89370400440532013000","country":"DE","currency":"EUR",
                 "address":{"town":"Köln","country":"DE"}}
                """,
                        MAKER);

        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(stored.json().path("holder").asString()).isEqualTo("Müller & Söhne 😀");
        assertThat(stored.json().at("/bankForm/name").asString()).isEqualTo("Mueller + Soehne");
        assertThat(stored.json().at("/bankForm/address/town").asString()).isEqualTo("Koeln");

        Answer refused = service()
                .request(
                        "PUT",
                        "/api/payees/par_bank_form",
                        """
                {"holder":"😀","iban":"DE89370400440532013000","bic":"BNPAFRPP","country":"DE","currency":"DEM",
                 "address":{"town":"🏠","country":"DE"}}
                """,
                        MAKER);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("holder", "bic", "currency", "address.town");
    }

    @Test
    void payment_details_are_stored_whole_and_shown_masked() {
        partner("par_masked");
        Answer stored = service()
                .request(
                        "PUT",
                        "/api/payees/par_masked",
                        """
                {"holder":"Studio Nord","iban":"DE89 3704 0044 0532 0130 00","bic":"COBADEFFXXX","country":"DE","currency":"EUR"}
                """,
                        MAKER);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(service().get("/api/payees/par_masked").body())
                .contains("****3000")
                .doesNotContain("DE89");

        Answer refused = service()
                .request(
                        "PUT",
                        "/api/payees/par_masked",
                        """
                {"holder":"Studio Nord","iban":"DE88370400440532013000","bic":"NOBIC","country":"DE","currency":"XXY"}
                """,
                        MAKER);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("iban", "bic", "currency");
        assertThat(refused.body()).doesNotContain("370400440532013000");

        String kuwait =
                """
                {"holder":"Studio Nord","iban":"KW81CBKU0000000000001234560101","country":"KW","currency":"EUR"}
                """;
        Answer withoutBank = service().request("PUT", "/api/payees/par_masked", kuwait, MAKER);
        assertThat(withoutBank.status()).isEqualTo(400);
        assertThat(withoutBank.json().path("errors").findValuesAsString("message"))
                .containsExactly("is required, because an account in KW is outside SEPA");
    }

    @Test
    void a_change_applies_when_another_person_approves_it_and_partner_and_finance_are_told() {
        partner("par_two_people");
        assertThat(put("par_two_people", PAYEE, MAKER).status()).isEqualTo(200);

        Answer asked = put("par_two_people", PAYEE.replace("000123456789", "000999999999"), MAKER);

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().path("account").asString()).isEqualTo("****6789");
        assertThat(asked.json().at("/pending/account").asString()).isEqualTo("****9999");
        assertThat(put("par_two_people", PAYEE.replace("Harbour", "Other"), MAKER)
                        .status())
                .as("one change at a time")
                .isEqualTo(409);
        assertThat(post("par_two_people/approve", "", asPerson("U-1")).status())
                .as("the same person in another spelling and with every role")
                .isEqualTo(409);
        Answer approved = post("par_two_people/approve", "", CHECKER);
        assertThat(approved.json().path("account").asString()).isEqualTo("****9999");
        assertThat(approved.json().path("pending").isMissingNode()
                        || approved.json().path("pending").isNull())
                .isTrue();
        assertThat(service()
                        .get("/api/payees/par_two_people/changes")
                        .json()
                        .at("/items/1")
                        .toString())
                .contains("APPROVED", "account", "user:u-1", "user:u-2")
                .doesNotContain("000999999999");
        List<PublishedRecord> events = RunningPayouts.published("payee.par_two_people", 3);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "commission.payee-changed.v1",
                        "commission.payee-change-requested.v1",
                        "commission.payee-changed.v1");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events).noneMatch(event -> event.text().contains("999999999"));
    }

    @Test
    void a_refused_change_changes_nothing_and_a_hold_applies_at_once() {
        partner("par_refused");
        put("par_refused", PAYEE, MAKER);
        String held = PAYEE.replace("\"taxId\"", "\"hold\":\"Dispute.\",\"taxId\"");

        assertThat(put("par_refused", held, MAKER).status()).isEqualTo(200);
        assertThat(put("par_refused", PAYEE, MAKER).status())
                .as("lifting a hold needs a second person")
                .isEqualTo(202);
        Answer refused = post("par_refused/refuse", "{\"reason\":\"Not agreed.\"}", CHECKER);

        assertThat(refused.json().path("hold").asString()).isEqualTo("Dispute.");
        assertThat(post("par_refused/approve", "", CHECKER).status()).isEqualTo(409);
    }

    @Test
    void unknown_partners_blocked_countries_and_implausible_tax_details_are_refused() {
        assertThat(put("par_nobody", PAYEE, MAKER).status()).isEqualTo(404);
        partner("par_tax");

        assertThat(fields(PAYEE.replace("12-3456789", "1234"))).containsExactly("taxId");
        assertThat(fields(PAYEE.replace(",\"taxId\":\"12-3456789\"", ""))).containsExactly("taxId");
        assertThat(fields(PAYEE.replace("2026-01-05", "2099-01-05"))).containsExactly("taxForm.receivedOn");
        assertThat(fields(PAYEE.replace("2026-01-05", "1950-01-05"))).containsExactly("taxForm.receivedOn");
        assertThat(fields(PAYEE.replace("\"US\"", "\"KP\""))).containsExactly("country");
    }

    private static Iterable<String> fields(String payee) {
        return put("par_tax", payee, MAKER).json().path("errors").findValuesAsString("field");
    }

    private static Answer put(String partner, String payee, String actor) {
        return service().request("PUT", "/api/payees/" + partner, payee, actor);
    }

    private static Answer post(String path, String body, String actor) {
        return service().post("/api/payees/" + path, body, actor);
    }
}
