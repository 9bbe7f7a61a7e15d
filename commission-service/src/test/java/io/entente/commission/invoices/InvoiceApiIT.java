package io.entente.commission.invoices;

import static io.entente.testkit.security.Callers.asFinance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.entente.commission.CommissionServiceApplication;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A program that writes its partners' invoices: a quarter with a deal of 10,540.00 at 10 %, then one with a refund of 2,108.00. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InvoiceApiIT {

    private static final String PARTNER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String REFERRAL = "01K2D4F6G8H0J2K4M6N8P0Q2RS";
    private static final String FINANCE = asFinance("u-1");
    private static final String SECOND = asFinance("u-2");
    private static final String PROFILE = "/api/payees/" + PARTNER + "/tax-profile";
    private static final String GOOD =
            """
            {"effectiveFrom":"2026-01-01","status":"REGISTERED","legalName":"Harbour Pine GmbH",
             "address":{"street":"Hafenstr. 1","city":"Hamburg","postalCode":"20457","country":"DE"},
             "vatId":"DE 136 695 976","withholdingRate":"15","withholdingReason":"art. 182 B CGI",
             "selfBillingAgreedOn":"2026-01-15"}
            """;
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    /** The register doesn't know this id, although its check digit is right. */
    private static final String UNREGISTERED = "129273398";

    private static RunningService service;
    private static HttpServer vies;

    @BeforeAll
    static void a_quarter_with_one_deal_is_over() throws IOException {
        vies = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        vies.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = "{\"valid\":%s,\"requestIdentifier\":\"WAPI-1\"}"
                    .formatted(!asked.contains(UNREGISTERED))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        vies.start();
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.invoice-policies=classpath:invoices/invoice-policies.json",
                "--entente.commission.vies-url=http://localhost:"
                        + vies.getAddress().getPort() + "/",
                "--entente.commission.invoice-sweep-interval=200ms");
        service.publishSample("partner.profile.v1");
        service.publishSample("referral.deal-closed.v1");
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
    }

    @AfterAll
    static void stop() {
        service.close();
        vies.stop(0);
    }

    @Test
    @Order(1)
    void a_statement_without_a_tax_profile_is_listed_with_the_reason() {
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
        String statement = finalized("2026-Q2");

        JsonNode blocked =
                await("/api/invoices/blocked", items -> items.size() == 1).get(0);

        assertThat(blocked.path("statementId").asString()).isEqualTo(statement);
        assertThat(blocked.path("reason").asString())
                .isEqualTo("The partner has no tax profile that is effective on 2026-06-30.");
        assertThat(service.get("/api/invoices/blocked/export").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(statement + "," + PARTNER + ",2026-Q2,The partner has no tax profile");
        assertThat(items("/api/invoices?partnerId=" + PARTNER)).isEmpty();
    }

    @Test
    @Order(2)
    void a_tax_profile_names_every_wrong_field() {
        Answer wrong = put(
                GOOD.replace("DE 136 695 976", "DE136695977").replace("\"withholdingReason\":\"art. 182 B CGI\",", ""));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("is not a VAT id of DE: it must begin with DE, and its length and check digits must be right")
                .contains("\"field\":\"withholdingReason\"");
        assertThat(put(GOOD.replace("REGISTERED", "FOREIGN")).body())
                .contains("must not be FOREIGN, because DE is in the European Union");
        assertThat(put(GOOD.replace("\"status\"", "\"vat\"")).status()).isEqualTo(400);
        assertThat(put(GOOD.replace("\"15\"", "\"101\"")).body()).contains("must be a percentage from 0 to 100");
        Answer unregistered = put(GOOD.replace("DE 136 695 976", "DE" + UNREGISTERED));
        assertThat(unregistered.status()).isEqualTo(422);
        assertThat(unregistered.body()).contains("must be a VAT id that exists; VIES does not know it");
        assertThat(service.get(PROFILE).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void the_tax_profile_unblocks_the_invoice_of_the_statement() {
        Answer stored = put(GOOD, "If-Match: \"0\"");
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(stored.json().path("vatId").asString()).isEqualTo("DE136695976");
        assertThat(stored.json().path("vatIdCheck").path("result").asString()).isEqualTo("VALID");
        assertThat(stored.json().path("vatIdCheck").path("reference").asString())
                .isEqualTo("WAPI-1");

        JsonNode invoice = await("/api/invoices?partnerId=" + PARTNER, items -> items.size() == 1)
                .get(0);

        assertThat(invoice.path("id").asString()).isEqualTo("NW-2026-00000001");
        assertThat(invoice.path("kind").asString()).isEqualTo("INVOICE");
        assertThat(invoice.path("issuedOn").asString()).isEqualTo("2026-07-02");
        assertAmounts(invoice, "1054.00", "0.00", "1054.00", "158.10", "895.90");
        assertThat(invoice.path("vat").path("rule").asString()).isEqualTo("REVERSE_CHARGE");
        assertThat(invoice.path("vat").path("explanation").asString()).startsWith("Reverse charge");
        assertThat(invoice.path("policyVersion").asInt()).isEqualTo(3);
        await("/api/invoices/blocked", List::isEmpty);
        JsonNode event = announced("NW-2026-00000001");
        assertThat(event.path("partnerId").asString()).isEqualTo(PARTNER);
        assertThat(event.path("payable").path("amount").asString()).isEqualTo("895.90");
        assertThat(event.path("period").path("endsOn").asString()).isEqualTo("2026-06-30");
    }

    @Test
    @Order(4)
    void profiles_have_versions_and_a_history() {
        assertThat(put(GOOD).json().path("version").asInt())
                .as("the same again")
                .isEqualTo(1);
        String changed = GOOD.replace("\"15\"", "\"10.5\"").replace("\"2026-01-01\"", "\"2026-07-01\"");
        assertThat(put(changed, "If-Match: \"0\"").status())
                .as("another write came in between")
                .isEqualTo(412);
        Answer late = put(changed.replace("2026-07-01", "2026-06-30"));
        assertThat(late.status()).as("the second quarter is invoiced").isEqualTo(409);
        assertThat(late.body())
                .contains("effectiveFrom must be 2026-07-01 or later, because 2026-Q2 is invoiced already");
        Answer unknown = service.request("PUT", "/api/payees/par_nobody/tax-profile", GOOD, FINANCE);
        assertThat(unknown.status()).isEqualTo(404);
        Answer asked = put(changed, "If-Match: \"1\"");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().path("version").asInt()).as("applies").isEqualTo(1);
        assertThat(asked.json().at("/pending/version").asInt()).isEqualTo(2);
        assertThat(asked.json().at("/pending/changedFields").valueStream().map(JsonNode::asString))
                .containsExactly("effectiveFrom", "withholdingRate");
        assertThat(put(changed).status()).as("the same again").isEqualTo(202);
        assertThat(put(changed.replace("10.5", "5")).body()).contains("waits for a second person");
        assertThat(service.post(PROFILE + "/approve", "", FINANCE).body()).contains("a different person");
        Answer approved = service.post(PROFILE + "/approve", "", SECOND);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("withholdingRate").asString()).isEqualTo("10.5");
        assertThat(service.post(PROFILE + "/approve", "", SECOND).status())
                .as("repeated")
                .isEqualTo(200);
        put(changed.replace("10.5", "0"));
        Answer refused = service.post(PROFILE + "/refuse", "{\"reason\":\"The law has not changed.\"}", SECOND);
        assertThat(refused.json().path("withholdingRate").asString()).isEqualTo("10.5");

        List<JsonNode> history = items(PROFILE + "/history");
        assertThat(history)
                .extracting(version -> version.path("withholdingRate").asString()
                        + version.path("state").asString()
                        + version.path("decidedBy").asString())
                .containsExactly("15ENTERED", "10.5APPROVEDuser:u-2", "0REFUSEDuser:u-2");
        assertThat(history.get(2).path("reason").asString()).isEqualTo("The law has not changed.");
        assertThat(history.get(0).path("changedBy").asString()).isEqualTo("user:u-1");
        List<PublishedRecord> told = service.awaitRecords(
                "commission.events",
                records -> records.stream()
                                .filter(record -> record.type().startsWith("commission.tax-profile-"))
                                .count()
                        == 4);
        told.stream()
                .filter(record -> record.type().startsWith("commission.tax-profile-"))
                .forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        assertThat(told)
                .filteredOn(record -> record.subject().equals("taxprofile." + PARTNER + ".2"))
                .extracting(
                        PublishedRecord::type,
                        record -> record.data().path("actor").asString())
                .containsExactly(
                        tuple("commission.tax-profile-change-requested.v1", "user:u-1"),
                        tuple("commission.tax-profile-changed.v1", "user:u-2"));
    }

    @Test
    @Order(5)
    void an_invoice_is_available_as_pdf_xml_and_csv() {
        Answer xml = service.get("/api/invoices/NW-2026-00000001/xml");
        assertThat(xml.header("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(xml.body())
                .contains("<ram:TypeCode>389</ram:TypeCode>")
                .contains("<ram:DuePayableAmount>1054.00</ram:DuePayableAmount>");
        Answer pdf = service.get("/api/invoices/NW-2026-00000001/pdf");
        assertThat(pdf.header("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF").contains("factur-x.xml");
        assertThat(service.get("/api/invoices/NW-2026-00000009").status()).isEqualTo(404);
        assertThat(service.get("/api/invoices?period=Q2").body()).contains("must be a quarter such as 2026-Q2");
    }

    @Test
    @Order(6)
    void commission_that_was_taken_back_becomes_a_credit_note_that_names_the_invoice() {
        CLOCK.moveTo(Instant.parse("2026-09-07T09:00:00Z"));
        service.publish(
                "referral.events",
                "referral.deal-reversed.v1",
                REFERRAL,
                2,
                PARTNER,
                Contracts.sample("referral.deal-reversed.v1"));
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-clawed-back.v1")
                        || record.type().equals("commission.commission-voided.v1")));
        CLOCK.moveTo(Instant.parse("2026-10-02T09:00:00Z"));
        finalized("2026-Q3");

        JsonNode note = await("/api/invoices?period=2026-Q3", items -> items.size() == 1)
                .get(0);

        assertThat(note.path("id").asString()).isEqualTo("NW-2026-00000002");
        assertThat(note.path("kind").asString()).isEqualTo("CREDIT_NOTE");
        assertThat(note.path("corrects").asString()).isEqualTo("NW-2026-00000001");
        assertThat(note.path("suppliedIn").asString()).isEqualTo("2026-Q2");
        // 210.80 x 15 %, as on the invoice; the profile of the third quarter says 10.5 %.
        assertAmounts(note, "210.80", "0.00", "210.80", "31.62", "179.18");
        assertThat(service.get("/api/invoices/export?period=2026-Q3").body().lines())
                .anyMatch(line -> line.startsWith("NW-2026-00000002,CREDIT_NOTE,2026-10-02,2026-Q3," + PARTNER)
                        && line.contains(",-210.80,0,0.00,-210.80,15,-31.62,-179.18,USD,NW-2026-00000001"));
        assertThat(items("/api/invoices")).hasSize(2);
        String numbers = "/api/invoices?sort=issued&order=desc&q=NW-2026";
        assertThat(items(numbers))
                .extracting(item -> item.path("id").asString())
                .containsExactly("NW-2026-00000002", "NW-2026-00000001");
        assertThat(items(numbers + "&kind=CREDIT_NOTE&currency=USD")).hasSize(1);
        assertThat(items(numbers + "&currency=JPY")).isEmpty();
        assertThat(items(numbers + "&issuedTo=2000-01-01")).isEmpty();
        assertThat(service.get("/api/invoices/export?kind=INVOICE").body().lines())
                .hasSize(2);
        assertThat(announced("NW-2026-00000002").path("corrects").asString()).isEqualTo("NW-2026-00000001");
    }

    /** The only event of an invoice. */
    private static JsonNode announced(String number) {
        List<PublishedRecord> events = service
                .awaitRecords("commission.events", records -> records.stream()
                        .anyMatch(record -> record.subject().equals(number)))
                .stream()
                .filter(record -> record.subject().equals(number))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).type()).isEqualTo("commission.invoice-issued.v1");
        Contracts.assertMatches(events.get(0).type(), events.get(0).text());
        return events.get(0).data();
    }

    private static void assertAmounts(
            JsonNode invoice, String net, String vat, String gross, String withheld, String payable) {
        assertThat(invoice.path("net").path("amount").asString()).isEqualTo(net);
        assertThat(invoice.path("vatAmount").path("amount").asString()).isEqualTo(vat);
        assertThat(invoice.path("gross").path("amount").asString()).isEqualTo(gross);
        assertThat(invoice.path("withheld").path("amount").asString()).isEqualTo(withheld);
        assertThat(invoice.path("payable").path("amount").asString()).isEqualTo(payable);
    }

    /** Issues and finalizes the partner's statement of a quarter, and returns its id. */
    private static String finalized(String quarter) {
        Answer started = service.post("/api/statement-runs", "{\"quarter\":\"" + quarter + "\"}", FINANCE);
        String run = started.header("Location").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(run).json().path("status").asString().equals("ENDED"));
        String statement =
                items("/api/statements?quarter=" + quarter).get(0).path("id").asString();
        Answer done = service.post("/api/statements/" + statement + "/finalize", "{}", FINANCE);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return statement;
    }

    private static Answer put(String profile, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = FINANCE;
        return service.request("PUT", PROFILE, profile, all);
    }

    private static List<JsonNode> await(String path, Predicate<List<JsonNode>> expected) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(60)).until(() -> items(path), expected);
    }

    private static List<JsonNode> items(String path) {
        return service.get(path).json().path("items").valueStream().toList();
    }
}
