package io.entente.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The service with sign-in: each operation as each caller, and a partner that looks for another one's money. */
class SignInIT {

    private static final int CALLERS = 19;
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String OWN = "par_own";
    private static final String OTHER = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";
    private static final String DEAL = "01K3E5G7H9J1K3M5N7P9Q1R3ST";
    private static final String MAKER = TOKENS.person("fin-1", "FINANCE");
    private static final String CHECKER = TOKENS.person("fin-2", "FINANCE");
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void two_partners_of_which_one_has_earned_something() {
        service = RunningService.start(
                CommissionServiceApplication.service()
                        .initializers(context -> context.getBeanFactory().registerSingleton("clock", CLOCK)),
                "--entente.commission.invoice-policies=classpath:invoices/invoice-policies.json",
                "--entente.commission.payee-policies=classpath:payouts/payee-policies.json",
                "--entente.commission.invoice-sweep-interval=200ms",
                "--entente.commission.debtor.name=Northwind Consulting",
                "--entente.commission.debtor.iban=CH9300762011623852957",
                "--entente.commission.release-sweep-interval=200ms");
        service.publishSample("partner.profile.v1");
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                OWN,
                6,
                OWN,
                Contracts.sample("partner.profile.v1").replace(OTHER, OWN));
        PartnerProfiles profiles = service.context().getBean(PartnerProfiles.class);
        await(
                "the profiles",
                () -> profiles.find(new PartnerId(OWN)).isPresent()
                        && profiles.find(new PartnerId(OTHER)).isPresent());
        service.publishSample("referral.deal-closed.v1");
        service.awaitRecords("commission.events", records -> records.stream()
                .anyMatch(record -> record.type().equals("commission.commission-accrued.v1")));
        give(
                MAKER,
                "POST",
                "/api/client-payments",
                """
                {"paymentId":"p-1","dealId":"%s","amount":{"amount":"10540.00","currency":"USD"},"paidOn":"2026-04-02"}"""
                        .formatted(DEAL));
        payee(OTHER);
        payee(OWN);
        CLOCK.moveTo(Instant.parse("2026-07-02T09:00:00Z"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_member_needs_the_right_to_see_commissions() {
        String members = Contracts.sample("partner.members.v1").replace(OTHER, "par_team");
        service.publish("partner.members", "partner.members.v1", "par_team", 4, "par_team", members);
        RunningService.Client stranger = service.as(TOKENS.partner("par_team", "u-6"));
        await("the members", () -> stranger.get("/api/commissions").status() == 403);
        service.publish(
                "partner.members",
                "partner.members.v1",
                "par_team",
                5,
                "par_team",
                members.replace("SUBMIT_REFERRALS", "SEE_COMMISSIONS")
                        .replace("\"version\":4", "\"version\":5")
                        .replace("\"version\": 4", "\"version\": 5"));

        RunningService.Client member = service.as(TOKENS.partner("par_team", "u-5"));
        await("the right", () -> member.get("/api/commissions").status() == 200);
        assertThat(member.get("/api/statements").status()).isEqualTo(200);
        RunningService.Client other = service.as(TOKENS.partner("par_team", "u-4"));
        for (String path : List.of("/api/commissions", "/api/balances/par_team", "/api/payouts", "/api/forecast")) {
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(other.get("/api/payees/par_team").body()).contains("SEE_COMMISSIONS");
    }

    @Test
    void a_member_with_the_right_asks_for_another_account_and_finance_decides() {
        String partner = "par_account";
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                6,
                partner,
                Contracts.sample("partner.profile.v1").replace(OTHER, partner));
        PartnerProfiles profiles = service.context().getBean(PartnerProfiles.class);
        await("the profile", () -> profiles.find(new PartnerId(partner)).isPresent());
        String path = "/api/payees/" + partner;
        RunningService.Client ana = service.as(TOKENS.partner(partner, "ana"));
        RunningService.Client ben = service.as(TOKENS.partner(partner, "ben"));
        assertThat(ana.request("PUT", path, account("DE02120300000000202051")).status())
                .as("the partner has no members")
                .isEqualTo(409);
        members(partner, 3, "CHANGE_BANK_ACCOUNT");
        await(
                "the members",
                () -> ben.request("PUT", path, account("DE02120300000000202051"))
                                .status()
                        == 403);
        assertThat(ana.request("PUT", path, account("DE02120300000000202051")).status())
                .as("finance enters the first details")
                .isEqualTo(404);
        assertThat(service.as(TOKENS.person("fin-7", "FINANCE"))
                        .request("PUT", path, account("DE89370400440532013000"))
                        .status())
                .isEqualTo(200);

        Answer held = ana.request(
                "PUT", path, account("DE02120300000000202051").replace("{\"holder\"", "{\"hold\":\"x\",\"holder\""));
        assertThat(held.status()).isEqualTo(422);
        Answer asked = ana.request("PUT", path, account("DE02120300000000202051"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().path("account").asString()).isEqualTo("****3000");
        assertThat(asked.json().path("pending").path("account").asString()).isEqualTo("****2051");
        assertThat(ana.post(path + "/approve", "").status()).isEqualTo(403);
        assertThat(ben.post(path + "/refuse", "{\"reason\":\"Not ours.\"}").status())
                .isEqualTo(403);
        assertThat(ana.post(path + "/refuse", "{\"reason\":\"Mistyped.\"}").status())
                .isEqualTo(200);
        assertThat(ana.request("PUT", path, account("DE02120300000000202051")).status())
                .isEqualTo(202);
        assertThat(service.as(TOKENS.person("ana", "FINANCE"))
                        .post(path + "/approve", "")
                        .status())
                .as("the same person with another role")
                .isEqualTo(409);
        members(partner, 4, "SEE_COMMISSIONS");
        await("the warning", () -> service.as(TOKENS.person("fin-7", "FINANCE"))
                .get(path)
                .body()
                .contains("may not ask for it any more"));
        assertThat(service.as(TOKENS.person("fin-7", "FINANCE"))
                        .post(path + "/approve", "")
                        .status())
                .as("asked for by somebody who has lost the right since")
                .isEqualTo(409);
        members(partner, 5, "CHANGE_BANK_ACCOUNT");
        await("the right again", () -> !service.as(TOKENS.person("fin-7", "FINANCE"))
                .get(path)
                .body()
                .contains("may not ask for it any more"));
        Answer approved = service.as(TOKENS.person("fin-7", "FINANCE")).post(path + "/approve", "");
        assertThat(approved.json().path("account").asString()).isEqualTo("****2051");
        service.as(TOKENS.person("fin-7", "FINANCE")).request("PUT", path, account("DE89370400440532013000"));
        assertThat(ana.post(path + "/refuse", "{\"reason\":\"Not by us.\"}").status())
                .as("what the firm has asked for")
                .isEqualTo(409);
    }

    /** Ana has this right, and Ben sees commissions. */
    private static void members(String partner, int version, String right) {
        service.publish(
                "partner.members",
                "partner.members.v1",
                partner,
                version,
                partner,
                """
                {"partnerId":"%1$s","members":[{"actor":"partner:%1$s/ana","rights":["%2$s"]},
                 {"actor":"partner:%1$s/ben","rights":["SEE_COMMISSIONS"]}],"version":%3$d,"updatedAt":"2026-06-02T01:00:00Z"}"""
                        .formatted(partner, right, version));
    }

    private static String account(String iban) {
        return "{\"holder\":\"Heron Advisors\",\"iban\":\"%s\",\"country\":\"DE\",\"currency\":\"EUR\"}"
                .formatted(iban);
    }

    @Test
    void each_operation_answers_each_caller_as_the_table_says() {
        int operations = service.get("/v3/api-docs").json().path("paths").properties().stream()
                .mapToInt(path -> path.getValue().size())
                .sum();

        assertThat(AccessMatrix.of(service, "commission-service").check()).isEqualTo(operations * CALLERS);
    }

    @Test
    void a_partner_finds_nothing_of_another_one_and_no_draft_of_its_own() {
        String payout = payoutThatOnlyTheFirmSeesBeforeItIsApproved();
        give(MAKER, "PUT", "/api/payees/" + OTHER + "/tax-profile", TAX_PROFILE);
        String statement = statementThatOnlyTheFirmSeesWhileItIsADraft();
        give(MAKER, "POST", "/api/statements/" + statement + "/finalize", "{}");
        String invoice = first("/api/invoices").path("id").asString();
        String commission = first("/api/commissions").path("id").asString();

        int refusals = TenantMatrix.of(service, "commission-service", OWN, OTHER)
                .resource("/api/commissions/{id}", "/api/commissions/" + commission)
                .resource("/api/payouts/{id}", "/api/payouts/" + payout)
                .resource("/api/statements/{id}", "/api/statements/" + statement)
                .resource("/api/invoices/{id}", "/api/invoices/" + invoice)
                .body("POST /api/statements/{id}/lines/{line}/dispute", "{\"reason\":\"Too little.\"}")
                .body("PUT /api/payees/{partnerId}", account("DE02120300000000202051"))
                .body("POST /api/payees/{partnerId}/refuse", "{\"reason\":\"Not ours.\"}")
                .hidden(OTHER)
                .hidden(statement)
                .hidden(payout)
                .check();

        assertThat(refusals).isGreaterThanOrEqualTo(32);
    }

    @Test
    void one_person_does_not_approve_what_it_entered_whatever_its_roles_and_its_spelling() {
        String path = "/api/payees/" + OWN;
        Answer asked = service.as(MAKER).request("PUT", path, PAYEE.replace("000123456789", "000987654321"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);

        for (String same : List.of(TOKENS.person("FIN-1", "FINANCE"), TOKENS.person("fin-1", "FINANCE", "ADMIN"))) {
            assertThat(service.as(same).post(path + "/approve", "").status()).isEqualTo(409);
        }
        assertThat(service.as(TOKENS.client("fin-2", "commission.write"))
                        .post(path + "/approve", "")
                        .status())
                .isEqualTo(403);
        assertThat(service.as(CHECKER).post(path + "/approve", "").status()).isEqualTo(200);
    }

    private static String payoutThatOnlyTheFirmSeesBeforeItIsApproved() {
        await(
                "the release",
                () -> first("/api/commissions").path("status").asString().equals("PAYABLE"));
        Answer started = service.as(MAKER)
                .post(
                        "/api/payout-batches",
                        "{\"batchId\":\"b-1\",\"cutOff\":\"2026-07-01\",\"currencies\":[\"USD\"]}");
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String batch = started.header("Location").orElseThrow();
        await("the batch", () -> status(batch).equals("PLANNED"));
        String payout = first(batch + "/payouts").path("id").asString();
        RunningService.Client partner = service.as(TOKENS.partner(OTHER));

        assertThat(partner.get("/api/payouts/" + payout).status()).isEqualTo(404);
        for (String list : List.of("/api/payouts", "/api/payouts?state=PLANNED")) {
            assertThat(partner.get(list).json().path("items")).isEmpty();
        }
        give(CHECKER, "POST", batch + "/approve", "");
        await("the approval", () -> status("/api/payouts/" + payout).equals("APPROVED"));
        assertThat(partner.get("/api/payouts/" + payout).status()).isEqualTo(200);
        assertThat(partner.get("/api/payouts").json().path("items")).hasSize(1);
        return payout;
    }

    private static String statementThatOnlyTheFirmSeesWhileItIsADraft() {
        run("{\"quarter\":\"2026-Q2\",\"draft\":true}");
        String statement =
                first("/api/statements?partnerId=" + OTHER).path("id").asString();
        RunningService.Client partner = service.as(TOKENS.partner(OTHER));

        assertThat(status("/api/statements/" + statement)).isEqualTo("DRAFT");
        assertThat(partner.get("/api/statements").json().path("items")).isEmpty();
        assertThat(partner.get("/api/statements/export").body()).doesNotContain(statement);
        for (String part : List.of("", "/lines", "/csv", "/pdf", "/proof")) {
            assertThat(partner.get("/api/statements/" + statement + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
        run("{\"quarter\":\"2026-Q2\"}");
        assertThat(partner.get("/api/statements/" + statement).status()).isEqualTo(200);
        assertThat(partner.get("/api/statements/export").body()).contains(statement);
        return statement;
    }

    private static final String PAYEE =
            """
            {"holder":"Harbour Pine LLC","accountNumber":"000123456789","bankCode":"021000021","country":"US",
             "currency":"USD","taxForm":{"type":"W9","receivedOn":"2026-01-05"},"taxId":"12-3456789"}""";
    private static final String TAX_PROFILE =
            """
            {"effectiveFrom":"2026-01-01","status":"FOREIGN","legalName":"Harbour Pine LLC",
             "address":{"street":"Pier 1","city":"Portland","postalCode":"04101","country":"US"},
             "taxNumber":"12-3456789","selfBillingAgreedOn":"2026-01-15"}""";

    private static void payee(String partner) {
        String path = "/api/payees/" + partner;
        if (service.as(MAKER).request("PUT", path, PAYEE).status() == 202) {
            give(CHECKER, "POST", path + "/approve", "");
        }
    }

    private static void run(String body) {
        Answer started = service.as(MAKER).post("/api/statement-runs", body);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String run = started.header("Location").orElseThrow();
        await("the run", () -> status(run).equals("ENDED"));
    }

    private static String status(String path) {
        JsonNode found = service.as(MAKER).get(path).json();
        return found.path(found.has("state") ? "state" : "status").asString("");
    }

    /** The first item of a list, as soon as there is one. */
    private static JsonNode first(String path) {
        return Awaitility.await(path)
                .until(() -> service.as(MAKER).get(path).json().path("items"), items -> !items.isEmpty())
                .get(0);
    }

    private static void give(String token, String method, String path, String body) {
        Answer answer = service.as(token).request(method, path, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 202);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).until(condition);
    }
}
