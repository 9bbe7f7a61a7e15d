package io.entente.commission.payouts;

import static io.entente.commission.bankreports.BankFiles.camt054;
import static io.entente.commission.bankreports.BankFiles.details;
import static io.entente.commission.bankreports.BankFiles.entry;
import static io.entente.commission.bankreports.BankFiles.group;
import static io.entente.commission.bankreports.BankFiles.instruction;
import static io.entente.commission.bankreports.BankFiles.pain002;
import static io.entente.commission.bankreports.BankFiles.returned;
import static io.entente.commission.bankreports.BankFiles.transaction;
import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.balance;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.published;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.report;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Reports of a bank, from the file to the outcome in the ledger, and what is left to a person. */
@ExtendWith(RunningPayouts.class)
class BankReportIT {

    private static final String UNMATCHED = "commission.bank-report-unmatched.v1";
    private static final String RJCT = "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>";

    @Test
    void a_payment_and_its_return_are_settled_by_the_banks_notifications() {
        JsonNode payout = submitted("par_camt", "camt-1");
        String amount = payout.at("/amount/amount").asString();
        String file = camt054(
                "camt.054.001.08",
                "CAMT-1",
                entry(
                                amount,
                                "DBIT",
                                "<Sts><Cd>BOOK</Cd></Sts>",
                                "<NtryDtls>" + details(reference(payout), "") + "</NtryDtls>")
                        + entry("0.35", "DBIT", "<Sts><Cd>BOOK</Cd></Sts>", ""));

        String path = applied(file);

        assertThat(results(path)).containsExactly("OUTCOME_SET", "NO_REFERENCE");
        assertThat(service().get(path).json().path("open").asInt()).isZero();
        assertThat(state(payout)).isEqualTo("PAID");
        assertThat(balance("par_camt", "paid")).isEqualTo(amount);
        Answer again = post(file);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).contains(path);

        String back = applied(camt054(
                "camt.054.001.02",
                "CAMT-2",
                entry(amount, "CRDT", "<NtryDtls>" + details(reference(payout), returned("AC04")) + "</NtryDtls>")));

        assertThat(results(back)).containsExactly("OUTCOME_SET");
        assertThat(state(payout)).isEqualTo("RETURNED");
        assertThat(balance("par_camt", "payable")).isEqualTo(amount);
        assertThat(published(payout.path("id").asString(), 3))
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "commission.payout-approved.v1", "commission.payout-paid.v1", "commission.payout-returned.v1");
        assertThat(payoutsOf(planned("camt-again", "par_camt"), "par_camt")).hasSize(1);
        verifyLedger();
    }

    @Test
    void an_item_that_does_not_fit_is_listed_for_a_person_and_announced_to_finance_once() {
        JsonNode payout = submitted("par_pain", "pain-1");
        report(payout.path("id").asString(), "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        String amount = payout.at("/amount/amount").asString();
        String path = applied(pain002(
                "pain.002.001.10",
                "PAIN-1",
                instruction(
                        "any",
                        transaction(reference(payout), RJCT, amount, "USD")
                                + transaction("E0000000000000bad", RJCT, "1.00", "USD")
                                + transaction(reference(payout), "<TxSts>ACSP</TxSts>", amount, "USD"))));

        assertThat(results(path)).containsExactly("CONTRADICTS", "UNKNOWN_REFERENCE", "NOT_FINAL");
        assertThat(state(payout)).isEqualTo("PAID");
        assertThat(service().get(path).json().path("open").asInt()).isEqualTo(2);
        assertThat(service().get("/api/bank-reports/unmatched?limit=200").body())
                .contains("E0000000000000bad");
        assertThat(service()
                        .get("/api/bank-reports/unmatched?reference=E0000000000000bad&result=UNKNOWN_REFERENCE")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service()
                        .get("/api/bank-reports/unmatched/export?reference=E0000000000000bad&result=CONTRADICTS")
                        .body()
                        .lines())
                .hasSize(1);
        for (String found : List.of("q=PAIN-1", "q=pain-1&open=true&kind=PAIN_002&sort=received&order=desc")) {
            assertThat(service().get("/api/bank-reports?" + found).json().path("items"))
                    .as(found)
                    .hasSize(1);
        }
        assertThat(service()
                        .get("/api/bank-reports/export?q=PAIN-1&kind=CAMT_054")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(service().get("/api/bank-reports/unmatched/export?bom=true").body())
                .startsWith("\uFEFFreport_id,")
                .contains("No payout has the end-to-end id E0000000000000bad.");
        assertThat(service().get(path + "/export").body().lines()).hasSize(4);
        assertThat(service().get("/api/bank-reports/export").body())
                .startsWith("reportId,kind,schema,messageId,")
                .contains(",pain.002.001.10,PAIN-1,", ",3,2,");
        assertThat(service().get(path + "/items?result=CONTRADICTS").json().path("items"))
                .hasSize(1);

        String resolve = path + "/items/2/resolve";
        assertThat(service().post(resolve, "{\"note\":\"A salary.\"}", CHECKER).status())
                .isEqualTo(200);
        assertThat(service().post(resolve, "{\"note\":\"A salary.\"}", CHECKER).status())
                .as("repeated")
                .isEqualTo(200);
        assertThat(service()
                        .post(path + "/items/3/resolve", "{\"note\":\"x\"}", CHECKER)
                        .status())
                .as("it waits for nobody")
                .isEqualTo(409);
        assertThat(service()
                        .post(path + "/items/9/resolve", "{\"note\":\"x\"}", CHECKER)
                        .status())
                .isEqualTo(404);
        assertThat(service().get(path).json().path("open").asInt()).isEqualTo(1);
        service().post(path + "/apply", "", CHECKER);
        String all = path + "/resolve";
        assertThat(service()
                        .post(all, "{\"result\":\"CONTRADICTS\",\"note\":\"Checked by phone.\"}", CHECKER)
                        .json()
                        .path("open")
                        .asInt())
                .isZero();
        assertThat(service()
                        .get(path + "/items?result=CONTRADICTS")
                        .json()
                        .at("/items/0/resolved/note")
                        .asString())
                .isEqualTo("Checked by phone.");

        String id = path.substring(path.lastIndexOf('/') + 1);
        List<PublishedRecord> notices = service()
                .awaitRecords("commission.events", records -> records.stream()
                        .anyMatch(record -> record.subject().equals(id)))
                .stream()
                .filter(record -> record.subject().equals(id))
                .toList();
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).type()).isEqualTo(UNMATCHED);
        Contracts.assertMatches(UNMATCHED, notices.get(0).text());
        assertThat(notices.get(0).data().path("open").asInt()).isEqualTo(2);
        // Nothing stays paid or payable, because other tests add that up.
        report(
                payout.path("id").asString(),
                "{\"outcome\":\"RETURNED\",\"on\":\"2026-06-01\",\"reason\":\"Closed.\"}",
                200);
        assertThat(payoutsOf(planned("pain-again", "par_pain"), "par_pain")).hasSize(1);
    }

    @Test
    void a_return_that_came_too_early_is_applied_after_the_payment_was_reported() {
        JsonNode payout = submitted("par_early", "early-1");
        String amount = payout.at("/amount/amount").asString();
        String path = applied(camt054(
                "camt.054.001.04",
                "EARLY-1",
                entry(amount, "CRDT", "<NtryDtls>" + details(reference(payout), returned("MD07")) + "</NtryDtls>")));
        assertThat(results(path)).containsExactly("NOT_PAID");
        report(payout.path("id").asString(), "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);

        assertThat(service()
                        .post(path + "/apply", "", CHECKER)
                        .json()
                        .path("open")
                        .asInt())
                .isZero();

        assertThat(results(path)).containsExactly("OUTCOME_SET");
        assertThat(state(payout)).isEqualTo("RETURNED");
        assertThat(payoutsOf(planned("early-again", "par_early"), "par_early")).hasSize(1);
        verifyLedger();
    }

    @Test
    void a_file_that_the_bank_refused_as_a_whole_fails_each_payout() {
        JsonNode payout = submitted("par_whole_file", "whole-file-1");
        String key = service()
                .get("/api/payout-batches/whole-file-1")
                .json()
                .path("submissionKey")
                .asString();

        String path = applied(
                pain002(
                        "pain.002.001.03",
                        "GROUP-1",
                        group(
                                key,
                                "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>NARR</Cd></Rsn><AddtlInf>Bad</AddtlInf></StsRsnInf>")));

        assertThat(results(path)).containsExactly("OUTCOME_SET");
        assertThat(state(payout)).isEqualTo("FAILED");
        assertThat(service()
                        .get("/api/payouts/" + payout.path("id").asString())
                        .json()
                        .path("note")
                        .asString())
                .isEqualTo("The bank gave no reason that we know.");
        assertThat(payoutsOf(planned("whole-file-again", "par_whole_file"), "par_whole_file"))
                .hasSize(1);
        verifyLedger();
    }

    @Test
    void the_same_report_is_stored_once_and_another_one_under_its_message_id_is_refused() {
        String first = pain002("pain.002.001.10", "SAME-1", group("P-none", "<GrpSts>ACCP</GrpSts>"));
        applied(first);

        assertThat(post(first.replace("\n", "\n\n")).header("Idempotency-Replayed"))
                .as("other white space")
                .contains("true");
        Answer other = post(first.replace("ACCP", "RJCT"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("GrpHdr.MsgId").contains("says something else");
        assertThat(service().get("/api/bank-reports?limit=1").json().path("items"))
                .hasSize(1);
    }

    @Test
    void a_malicious_or_unreadable_file_is_refused_and_leaves_nothing_behind() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + pain002("pain.002.001.10", "EVIL-1", instruction("&x;", "")).replaceFirst("<\\?xml.*\\?>", "");

        Answer refused = post(evil);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("document type declaration").doesNotContain("root:");
        assertThat(post("{}").status()).isEqualTo(400);
        assertThat(post("x".repeat(65 * 1024)).status()).isEqualTo(413);
        assertThat(service().get("/api/bank-reports/none").status()).isEqualTo(404);
        assertThat(service().get("/api/bank-reports?limit=200").body()).doesNotContain("EVIL-1");
    }

    /** Plans, approves and submits a batch of this partner and returns its payout. */
    private static JsonNode submitted(String partner, String batchId) {
        payable(partner, batchId);
        putPayee(partner);
        String batch = planned(batchId, partner);
        JsonNode payout = payoutsOf(batch, partner).get(0);
        service().post(batch + "/approve", "", CHECKER);
        assertThat(service()
                        .post(batch + "/submit", "", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUBMITTED");
        return payout;
    }

    private static Answer post(String file) {
        return service().post("/api/bank-reports", file, MAKER);
    }

    /** Sends a report, waits until it is applied, and returns its path. */
    private static String applied(String file) {
        Answer received = post(file);
        assertThat(received.status()).as(received.body()).isEqualTo(202);
        String path = received.header("Location").orElseThrow();
        Awaitility.await(path)
                .until(() ->
                        service().get(path).json().path("status").asString().equals("APPLIED"));
        return path;
    }

    private static List<String> results(String path) {
        List<String> results = new ArrayList<>();
        service()
                .get(path + "/items")
                .json()
                .path("items")
                .forEach(item -> results.add(item.path("result").asString()));
        return results;
    }

    private static String reference(JsonNode payout) {
        return payout.path("reference").asString();
    }

    private static String state(JsonNode payout) {
        return service()
                .get("/api/payouts/" + payout.path("id").asString())
                .json()
                .path("state")
                .asString();
    }
}
