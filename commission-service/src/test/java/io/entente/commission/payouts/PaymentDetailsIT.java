package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.partner;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.entente.commission.secrets.ErasePayees;
import io.entente.commission.secrets.ErasedPartners;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.mongo.SealOldDocuments;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The payment details of partners over HTTP. */
@ExtendWith(RunningPayouts.class)
class PaymentDetailsIT {

    private static final Instant FAR = Instant.parse("2050-01-01T00:00:00Z");
    private static final String SECRETS =
            """
            {"holder":"Umbra Works LLC","accountNumber":"000777123456","bankCode":"021000021","country":"US","currency":"USD",
             "address":{"street":"Quarry Lane 9","postCode":"97205","town":"Portland","country":"US"},
             "taxForm":{"type":"W9","receivedOn":"2026-01-05"},"taxId":"47-1234567"}
            """;
    private static final String TAX_PROFILE =
            """
            {"effectiveFrom":"2026-01-01","status":"FOREIGN","legalName":"Umbra Works LLC",
             "address":{"street":"Quarry Lane 9","city":"Portland","postalCode":"97205","country":"US"},
             "taxNumber":"47-1234567","selfBillingAgreedOn":"2026-01-15"}
            """;

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

    /** The last four characters of an account are shown, so they are no secret; the texts below have more. */
    @Test
    void nothing_that_is_stored_contains_an_account_a_tax_number_or_an_address() {
        String partner = "par_sealed";
        RunningPayouts.payable(partner, "deal-sealed");
        putPayee(partner, SECRETS);
        assertThat(put(partner, SECRETS.replace("Umbra", "Penumbra"), MAKER).status())
                .isEqualTo(202);
        assertThat(service()
                        .request("PUT", "/api/payees/" + partner + "/tax-profile", TAX_PROFILE, MAKER)
                        .status())
                .isEqualTo(200);
        String batch = RunningPayouts.planned("sealed", partner);

        JsonNode payout = RunningPayouts.payoutsOf(batch, partner).get(0);
        assertThat(service()
                        .get("/api/payees/" + partner)
                        .json()
                        .at("/pending/holder")
                        .asString())
                .isEqualTo("Penumbra Works LLC");
        assertThat(service().get("/api/payees/" + partner + "/tax-profile").body())
                .contains("47-1234567");
        Answer report = service().get("/api/access-reports/" + partner);
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().path("complete").asBoolean()).isTrue();
        assertThat(report.body())
                .contains("Umbra Works LLC", "Penumbra Works LLC", "000777123456", "47-1234567", "Quarry Lane 9")
                .contains("pending.account.number", "payee.account.number", "party.taxNumber")
                .doesNotContain("dataKey", "par_masked");
        assertThat(service()
                        .request("GET", "/api/access-reports/" + partner, null, MAKER)
                        .status())
                .isEqualTo(403);
        assertThat(service().get("/api/access-reports/par_nobody").status()).isEqualTo(404);
        String stored = everythingStored();
        assertThat(stored).contains(payout.path("id").asString());
        for (String secret : List.of("mbra Works", "000777123456", "021000021", "47-1234567", "Quarry Lane", "97205")) {
            assertThat(stored).doesNotContain(secret);
        }
        service().post(batch + "/approve", "", CHECKER);
        assertThat(service().get(batch + "/csv").body()).contains("Umbra Works LLC", "000777123456", "021000021");
        service().post(batch + "/submit", "", MAKER);
        RunningPayouts.report(payout.path("id").asString(), "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        assertThat(service().get("/api/tax/1099-nec/2026?tin=whole").body()).contains("Umbra Works LLC", "47-1234567");
    }

    @Test
    void a_plain_account_in_the_place_of_an_encrypted_one_is_not_read() {
        partner("par_forged");
        putPayee("par_forged", SECRETS.replace("000777123456", "000888654321"));
        MongoCollection<Document> payees = service().mongo().getCollection("payees");
        Document byId = new Document("_id", "par_forged");
        Document sealed = Objects.requireNonNull(payees.find(byId).first());
        try {
            payees.updateOne(byId, new Document("$set", new Document("account.number", "000111222333")));

            Answer read = service().get("/api/payees/par_forged");

            assertThat(read.status()).isEqualTo(500);
            assertThat(read.body()).doesNotContain("000111222333", "2333");
        } finally {
            payees.replaceOne(byId, sealed);
        }
        assertThat(service()
                        .get("/api/payees/par_forged")
                        .json()
                        .path("account")
                        .asString())
                .isEqualTo("****4321");
    }

    @Test
    void what_was_stored_before_it_was_encrypted_is_read_and_then_encrypted() {
        partner("par_plain");
        putPayee("par_plain", SECRETS.replace("000777123456", "000888123456"));
        Document sealed = service()
                .mongo()
                .getCollection("payees")
                .find(new Document("_id", "par_plain"))
                .first();
        assertThat(sealed).isNotNull();
        assertThat(sealed.get("holder")).isInstanceOf(Binary.class);
        service()
                .mongo()
                .getCollection("payees")
                .updateOne(
                        new Document("_id", "par_plain"),
                        new Document(
                                "$set",
                                new Document("holder", "Plain Works LLC").append("account.number", "000999123456")));
        SealOldDocuments old = service().context().getBean(SealOldDocuments.class);
        service().mongo().getCollection("sealed_collections").deleteOne(new Document("_id", "payees"));
        old.readMarks();

        assertThat(service().get("/api/payees/par_plain").json().path("holder").asString())
                .isEqualTo("Plain Works LLC");
        old.run();

        assertThat(everythingStored()).doesNotContain("Plain Works", "000999123456");
        Answer read = service().get("/api/payees/par_plain");
        assertThat(read.json().path("holder").asString()).isEqualTo("Plain Works LLC");
        assertThat(read.json().path("account").asString()).isEqualTo("****3456");
        assertThat(read.json().path("version").asInt())
                .as("reading and encrypting is no change")
                .isEqualTo(1);
        assertThat(put("par_plain", SECRETS.replace("Umbra", "New"), MAKER).status())
                .isEqualTo(202);
    }

    @Test
    void data_keys_that_another_key_wrapped_are_wrapped_again_by_an_administrator() {
        partner("par_rotated");
        putPayee("par_rotated");

        Answer rotated = service().post("/api/key-rotations", "", asPerson("admin-1"));

        assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
        assertThat(rotated.json().path("primaryKey").asString()).isEqualTo("2182847265");
        assertThat(rotated.json().path("wrapped").asInt()).isZero();
        assertThat(rotated.json().path("remaining").asInt()).isZero();
        assertThat(service().post("/api/key-rotations", "", MAKER).status()).isEqualTo(403);
    }

    @Test
    void an_erased_partner_has_no_payment_details_and_gets_no_others_but_what_it_was_paid_stays_on_record() {
        String partner = "par_erased";
        RunningPayouts.payable(partner, "deal-erased");
        putPayee(partner, SECRETS.replace("Umbra", "Vanishing").replace("47-1234567", "47-7654321"));
        String batch = RunningPayouts.planned("erased", partner);
        String payout =
                RunningPayouts.payoutsOf(batch, partner).get(0).path("id").asString();
        service().post(batch + "/approve", "", CHECKER);
        service().post(batch + "/submit", "", MAKER);
        RunningPayouts.report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        RunningPayouts.payable(partner, "deal-erased-2");
        put(partner, SECRETS.replace("Umbra", "Pending"), MAKER);

        service().publish("partner.profiles", "partner.profile.v1", partner, 7, partner, null);
        Awaitility.await("the erasure")
                .until(() -> service().get("/api/payees/" + partner).body(), body -> !body.contains("Vanishing"));

        Answer erased = service().get("/api/payees/" + partner);
        assertThat(erased.json().path("holder").asString()).isEqualTo("erased");
        assertThat(erased.json().path("account").asString()).isEqualTo("****");
        assertThat(erased.body()).doesNotContain("3456", "4321", "Pending", "Quarry");
        assertThat(post(partner + "/approve", "", CHECKER).status()).isEqualTo(409);
        assertThat(put(partner, SECRETS, MAKER).status()).isEqualTo(409);
        assertThat(RunningPayouts.reasons(RunningPayouts.planned("erased-2", partner), partner))
                .containsExactly("NO_PAYMENT_DETAILS");
        assertThat(service().get("/api/tax/1099-nec/2026?tin=whole").body())
                .as("tax law keeps the records")
                .contains("Vanishing Works LLC", "47-7654321");
        RunningPayouts.verifyLedger();

        DataKeys keys = service().context().getBean(DataKeys.class);
        new ErasePayees(
                        keys,
                        service().context().getBean(ErasedPartners.class),
                        Period.ZERO,
                        Clock.fixed(FAR, ZoneOffset.UTC))
                .eraseRecords();
        assertThat(service().get("/api/tax/1099-nec/2026?tin=whole").body())
                .contains(partner)
                .doesNotContain("Vanishing", "47-7654321");
        assertThat(service().get("/api/payouts/" + payout).json().path("state").asString())
                .isEqualTo("PAID");
        RunningPayouts.verifyLedger();
    }

    /** All documents of the service's database as text; what is encrypted is base64. */
    private static String everythingStored() {
        StringBuilder stored = new StringBuilder();
        for (String collection : service().mongo().getCollectionNames()) {
            service().mongo().getCollection(collection).find().forEach(document -> stored.append(document.toJson())
                    .append('\n'));
        }
        return stored.toString();
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
