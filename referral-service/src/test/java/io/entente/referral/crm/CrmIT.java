package io.entente.referral.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.crm.signatures.HubSpotSignature;
import io.entente.referral.crm.signatures.SalesforceSignature;
import io.entente.referral.crm.signatures.SignatureScheme;
import io.entente.referral.crm.signatures.SignedRequest;
import io.entente.referral.crm.signatures.StandardWebhooksSignature;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.ReferralId;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CrmIT {

    private static final String SECRET = "app-client-secret";
    private static final String WHSEC = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PUBLIC_URL = "https://partners.firm.example";
    private static final String PATH = "/api/crm/";
    /** 31 March 2026, 09:30 UTC. */
    private static final long T0 = 1774949400000L;

    private static RunningService service;
    private static int lastEvent;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service(),
                "--entente.referral.crm.connections.hubspot.secrets=rotated-out-soon," + SECRET,
                "--entente.referral.crm.connections.hubspot.public-url=" + PUBLIC_URL,
                "--entente.referral.crm.connections.hubspot.accounts=33",
                "--entente.referral.crm.connections.salesforce.secrets=" + SECRET,
                "--entente.referral.crm.connections.generic.secrets=" + WHSEC,
                "--entente.referral.crm.max-body-bytes=20000");
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                "par_crm",
                1,
                "par_crm",
                """
                {"partnerId":"par_crm","name":"Moses Frase","status":"ACTIVE","tier":"ACTIVE","model":"REFERRAL",
                 "locale":"en","timeZone":"Asia/Kuala_Lumpur","country":"MY","contacts":[],"version":1,
                 "updatedAt":"2026-02-02T01:00:00Z"}""");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        await().until(() -> partners.find("par_crm").isPresent());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void stages_move_the_referral_and_closed_won_closes_the_deal_once() {
        String referral = submitted("Stagewise");
        assertThat(link("hubspot", "9001", referral).status()).isEqualTo(201);

        hubspot(event("9001", "dealstage", "appointmentscheduled", T0));
        assertThat(status(referral)).isEqualTo("CONTACTED");
        hubspot(event("9001", "dealstage", "presentationscheduled", T0 + 1000));
        assertThat(status(referral)).isEqualTo("MEETING_HELD");
        String won = event("9001", "dealstage", "closedwon", T0 + 2000);
        hubspot(won);
        assertThat(status(referral)).as("the amount isn't known yet").isEqualTo("MEETING_HELD");
        assertThat(deal("hubspot", "9001").path("state").asString()).isEqualTo("WAITING");
        String amounts = event("9001", "deal_currency_code", "EUR", T0 + 2500) + ","
                + event("9001", "closedate", Long.toString(T0 - 86_400_000), T0 + 2500) + ","
                + event("9001", "amount", "12000.5", T0 + 2500);
        hubspot(amounts);
        hubspot(won.replace("\"attemptNumber\":0", "\"attemptNumber\":1") + "," + amounts);

        JsonNode view = referral(referral);
        assertThat(view.path("status").asString()).isEqualTo("WON");
        assertThat(view.path("deals").size()).isEqualTo(1);
        assertThat(view.path("deals").get(0).path("amount").toString())
                .isEqualTo("{\"amount\":\"12000.50\",\"currency\":\"EUR\"}");
        assertThat(view.path("deals").get(0).path("closedOn").asString()).isEqualTo("2026-03-30");
        assertThat(deal("hubspot", "9001").path("state").asString()).isEqualTo("SETTLED");
        assertThat(deal("hubspot", "9001").path("closedOn").asString()).isEqualTo("2026-03-30");
        assertThat(eventsOf(referral, "referral.meeting-held.v1"))
                .extracting(PublishedRecord::type)
                // A deal is an aggregate of its own, so its event has no place in the order of the referral's events.
                .filteredOn(type -> !type.equals("referral.deal-closed.v1"))
                .containsExactly(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.client-contacted.v1",
                        "referral.meeting-held.v1");
        List<PublishedRecord> closed = eventsOf(referral, "referral.deal-closed.v1").stream()
                .filter(record -> record.type().equals("referral.deal-closed.v1"))
                .toList();
        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).data().path("actor").asString()).isEqualTo("crm:hubspot");
        assertThat(closed.get(0).data().path("origin").asString()).isEqualTo("LIVE");
        Contracts.assertMatches(closed.get(0).type(), closed.get(0).text());
    }

    @Test
    void unlinked_deals_are_kept_and_their_changes_are_applied_in_order_when_linked() {
        // The later change arrives first, and the earlier one arrives twice.
        hubspot(event("9002", "dealstage", "closedlost", T0 + 5000));
        String contact = event("9002", "dealstage", "appointmentscheduled", T0);
        hubspot(contact);
        hubspot(contact);
        hubspot(event("9002", "closed_lost_reason", "No budget", T0 + 5000));
        String referral = submitted("Late Link");

        JsonNode unlinked = unlinked("hubspot", "9002");
        assertThat(unlinked.path("state").asString()).isEqualTo("UNLINKED");
        assertThat(stages(unlinked)).containsExactly("appointmentscheduled", "closedlost");
        assertThat(service.get("/api/crm/unlinked-deals/export?crm=hubspot").body())
                .startsWith("crm,crmDealId,namedReferralId,stage,")
                .contains("hubspot,9002,,closedlost,");
        assertThat(service.get("/api/crm/unlinked-deals/export?crm=generic").body())
                .doesNotContain("9002");
        assertThat(service.get("/api/crm/unlinked-deals?q=9002+closedlost").body())
                .contains("\"9002\"");
        assertThat(service.get("/api/crm/unlinked-deals?q=9002+closedwon").body())
                .doesNotContain("\"9002\"");
        assertThat(service.get("/api/crm/unlinked-deals?q=9002&to=2001-01-01T00:00:00Z")
                        .body())
                .doesNotContain("\"9002\"");
        List<String> unlinkedDeals = unlinkedDeals("asc");
        assertThat(unlinkedDeals).contains("9002");
        assertThat(unlinkedDeals("desc")).isEqualTo(reversed(unlinkedDeals));
        Answer linked = link("hubspot", "9002", referral);
        assertThat(linked.status()).as(linked.body()).isEqualTo(201);
        assertThat(link("hubspot", "9002", referral).header("Idempotency-Replayed"))
                .contains("true");

        assertThat(referral(referral).path("status").asString()).isEqualTo("LOST");
        assertThat(referral(referral).path("reason").asString()).isEqualTo("No budget");
        assertThat(eventsOf(referral, "referral.referral-lost.v1"))
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.client-contacted.v1",
                        "referral.referral-lost.v1");
        assertThat(unlinked("hubspot", "9002")).isNull();
        assertThat(link("hubspot", "9002", submitted("Another")).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(link("hubspot", "9003", "ref_nobody").status()).isEqualTo(422);
        assertThat(service.post("/api/crm/links", "{\"crm\":\"pipedrive\",\"crmDealId\":\"a b\"}")
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_deal_that_a_crm_moves_back_gets_a_note_and_the_referral_stays() {
        String referral = submitted("Back And Forth");
        link("generic", "D-1", referral);
        generic("msg_1", "D-1", "WON", ",\"amount\":{\"amount\":\"10.00\",\"currency\":\"USD\"}", 0);
        assertThat(status(referral)).isEqualTo("WON");

        generic("msg_2", "D-1", "CONTACTED", "", 10);
        generic("msg_3", "D-1", "Haggling", "", 20);
        generic("msg_4", "D-1", "WON", ",\"amount\":{\"amount\":\"11.00\",\"currency\":\"USD\"}", 30);

        assertThat(status(referral)).isEqualTo("WON");
        assertThat(referral(referral).path("deals").size()).isEqualTo(1);
        List<String> notes = new ArrayList<>();
        deal("generic", "D-1")
                .path("notes")
                .forEach(note -> notes.add(note.path("text").asString()));
        assertThat(notes).hasSize(5);
        assertThat(notes.get(0)).contains("the referral is WON and does not move back");
        assertThat(notes.get(1)).isEqualTo("was not applied, because the deal is now Haggling");
        assertThat(notes.get(2)).contains("no stage of the profile generic-deals");
        assertThat(notes.get(3)).isEqualTo("was not applied, because the deal is now WON");
        assertThat(notes.get(4)).contains("closed before with USD 10.00, now USD 11.00");
    }

    @Test
    void a_deal_that_names_its_referral_is_linked_to_it() {
        String referral = submitted("Named");

        generic("msg_named", "D-2", "PROPOSAL_SENT", ",\"referralId\":\"" + referral + "\"", 0);

        assertThat(status(referral)).isEqualTo("PROPOSAL_SENT");
        generic("msg_unnamed", "D-3", "PROPOSAL_SENT", ",\"referralId\":\"ref_nobody\"", 0);
        assertThat(unlinked("generic", "D-3")).isNotNull();
    }

    @Test
    void a_deal_that_an_import_turned_into_a_referral_is_found_by_its_id() {
        String file = "Opportunity ID,Account Name,Referral Partner,Stage,Amount,Close Date,Created Date\n"
                + "0065g00000XyZab,Imported Inc,Moses Frase,Needs Analysis,,,3/1/2026\n";
        String id = service.postFile(
                        "/api/imports?profile=salesforce-opportunities&dateOrder=MONTH_FIRST",
                        "sf.csv",
                        file.getBytes(UTF_8))
                .json()
                .path("id")
                .asString();
        await().until(() -> service.get("/api/imports/" + id)
                .json()
                .path("status")
                .asString()
                .equals("DONE"));
        ReferralId referral = SourceIds.referralId("salesforce", "0065g00000XyZabAAF");
        assertThat(status(referral.value())).isEqualTo("CONTACTED");
        String body =
                """
                {"data":{"payload":{"ChangeEventHeader":{"entityName":"Opportunity","recordIds":["0065g00000XyZabAAF"],
                  "changeType":"UPDATE","transactionKey":"0004cd77","sequenceNumber":1,"commitTimestamp":%d},
                  "StageName":"Closed Won","Amount":700,"CloseDate":"2026-03-29"}}}"""
                        .formatted(T0);

        assertThat(salesforce(body).status()).isEqualTo(200);
        assertThat(salesforce(body).status()).isEqualTo(200);

        JsonNode view = referral(referral.value());
        assertThat(view.path("status").asString()).isEqualTo("WON");
        assertThat(view.path("deals").size()).isEqualTo(1);
        assertThat(view.path("deals").get(0).path("amount").path("currency").asString())
                .isEqualTo("USD");
        assertThat(deal("salesforce", "0065g00000XyZab").path("state").asString())
                .isEqualTo("SETTLED");
    }

    @Test
    void requests_with_an_invalid_signature_or_timestamp_change_nothing() {
        String body = "[" + event("9666", "dealstage", "closedwon", T0) + "]";
        String now = Long.toString(Instant.now().toEpochMilli());
        String old = Long.toString(Instant.now().minusSeconds(301).toEpochMilli());

        assertThat(hubspot(body, now, signature(body + " ", now)).status()).isEqualTo(401);
        assertThat(hubspot(body, old, signature(body, old)).status()).isEqualTo(401);
        assertThat(service.post(PATH + "hubspot", body).status()).isEqualTo(401);
        assertThat(hubspot("not json", now, signature("not json", now)).status())
                .isEqualTo(400);
        String large = " ".repeat(20_001);
        assertThat(hubspot(large, now, signature(large, now)).status()).isEqualTo(413);
        assertThat(service.post(PATH + "pipedrive", body).status()).isEqualTo(404);

        assertThat(service.get("/api/crm/deals/hubspot/9666").status()).isEqualTo(404);
        assertThat(service.get("/api/crm/unlinked-deals?crm=pipedrive").status())
                .isEqualTo(404);
    }

    private static String event(String dealId, String property, String value, long at) {
        return """
                {"objectId":%s,"propertyName":"%s","propertyValue":"%s","changeSource":"CRM_UI","eventId":%d,
                 "subscriptionId":26,"portalId":33,"appId":1160452,"occurredAt":%d,
                 "subscriptionType":"deal.propertyChange","attemptNumber":0}"""
                .formatted(dealId, property, value, ++lastEvent, at);
    }

    private static void hubspot(String events) {
        String body = "[" + events + "]";
        String now = Long.toString(Instant.now().toEpochMilli());
        Answer answer = hubspot(body, now, signature(body, now));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Answer hubspot(String body, String timestamp, String signature) {
        return service.post(
                PATH + "hubspot",
                body,
                "X-HubSpot-Signature-v3: " + signature,
                "X-HubSpot-Request-Timestamp: " + timestamp);
    }

    private static String signature(String body, String timestamp) {
        return HubSpotSignature.sign(
                new SignedRequest("POST", PUBLIC_URL + PATH + "hubspot", Map.of(), body.getBytes(UTF_8)),
                SECRET,
                timestamp);
    }

    private static Answer salesforce(String body) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return service.post(
                PATH + "salesforce",
                body,
                "X-Entente-Timestamp: " + now,
                "X-Entente-Signature: " + SalesforceSignature.sign(body.getBytes(UTF_8), SECRET, now));
    }

    private static void generic(String messageId, String dealId, String stage, String more, int secondsLater) {
        String body =
                """
                {"type":"deal.updated","timestamp":"%s","data":{"dealId":"%s","stage":"%s"%s}}"""
                        .formatted(Instant.ofEpochMilli(T0).plusSeconds(secondsLater), dealId, stage, more);
        String now = Long.toString(Instant.now().getEpochSecond());
        String signature = SignatureScheme.hmac(
                StandardWebhooksSignature.key(WHSEC), (messageId + "." + now + "." + body).getBytes(UTF_8));
        Answer answer = service.post(
                PATH + "generic",
                body,
                "webhook-id: " + messageId,
                "webhook-timestamp: " + now,
                "webhook-signature: v1," + signature);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String submitted(String organisation) {
        Answer answer = service.post(
                "/api/referrals",
                """
                {"partnerId":"par_crm","client":{"organisation":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                        .formatted(organisation));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Answer link(String crm, String crmDealId, String referralId) {
        return service.post(
                "/api/crm/links",
                "{\"crm\":\"%s\",\"crmDealId\":\"%s\",\"referralId\":\"%s\"}".formatted(crm, crmDealId, referralId));
    }

    private static JsonNode deal(String crm, String crmDealId) {
        return service.get("/api/crm/deals/%s/%s".formatted(crm, crmDealId)).json();
    }

    private static List<String> unlinkedDeals(String order) {
        List<String> ids = new ArrayList<>();
        service.get("/api/crm/unlinked-deals?limit=200&order=" + order)
                .json()
                .path("items")
                .forEach(deal -> ids.add(deal.path("crmDealId").asString()));
        return ids;
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private static JsonNode unlinked(String crm, String crmDealId) {
        for (JsonNode item :
                service.get("/api/crm/unlinked-deals?crm=" + crm).json().path("items")) {
            if (item.path("crmDealId").asString().equals(crmDealId)) {
                return item;
            }
        }
        return null;
    }

    private static List<String> stages(JsonNode deal) {
        List<String> stages = new ArrayList<>();
        deal.path("waiting").forEach(change -> stages.add(change.path("stage").asString()));
        return stages;
    }

    private static JsonNode referral(String id) {
        return service.get("/api/referrals/" + id).json();
    }

    private static String status(String id) {
        return referral(id).path("status").asString();
    }

    private static List<PublishedRecord> eventsOf(String referralId, String last) {
        Set<String> seen = new HashSet<>();
        return service
                .awaitRecords("referral.events", all -> all.stream()
                        .anyMatch(record ->
                                isOf(record, referralId) && record.type().equals(last)))
                .stream()
                .filter(record -> isOf(record, referralId))
                // Another test covers the events of clocks.
                .filter(record -> !record.type().startsWith("referral.sla-"))
                .filter(record -> seen.add(record.envelope().id()))
                .toList();
    }

    /** Compares the data, because the subject of a deal's event is the deal. */
    private static boolean isOf(PublishedRecord record, String referralId) {
        return record.data().path("referralId").asString().equals(referralId);
    }
}
