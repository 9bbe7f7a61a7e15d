package io.entente.partner.agreements;

import static io.entente.testkit.security.Callers.asAdmin;
import static io.entente.testkit.security.Callers.asFinance;
import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static io.entente.testkit.security.Callers.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.TestTokens;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Agreements over HTTP, in a service that a test class has started. */
public interface AgreementApiTests {

    RunningService service();

    @Test
    default void both_sides_accept_the_same_document_amend_it_and_one_gives_notice() {
        String partner = partner("Quayside Legal");
        String path = draft(partner, AgreementJson.draft(partner, "Referrals of the quay"));
        assertThat(service().request("GET", path, null, asPartner(partner)).status())
                .as("a draft, to the partner")
                .isEqualTo(404);
        assertThat(step(path, "propose", "", asPartnerManager("u-31"))
                        .path("status")
                        .asString())
                .isEqualTo("PROPOSED");

        accept(path, 1, asPartnerManager("u-31"), "Ines Planted");
        assertThat(service()
                        .post(path + "/accept", acceptance(path, 1, "Ines Planted"), asFinance("u-32"))
                        .status())
                .isEqualTo(403);
        JsonNode signed = accept(path, 1, asPartner(partner), "Noor Planted");

        assertThat(signed.path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(signed.path("versions").get(0).path("partner").path("name").asString())
                .isEqualTo("Noor Planted");
        HttpResponse<byte[]> memorandum = service().download(path + "/versions/1/memorandum");
        assertThat(memorandum.statusCode()).isEqualTo(200);
        assertThat(new String(memorandum.body(), ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/Lang (ms)");
        assertThat(service()
                        .request("PUT", path + "/terms", terms(today().plusDays(9)), "If-Match: \"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(service()
                        .request("PUT", path + "/terms", terms(today().plusDays(9)), asPartnerManager("u-31"))
                        .status())
                .isEqualTo(200);
        step(path, "propose", "", asPartnerManager("u-31"));
        accept(path, 2, asPartnerManager("u-31"), "Ines Planted");
        JsonNode amended = accept(path, 2, asPartner(partner), "Noor Planted");
        assertThat(amended.path("inForce").asInt())
                .as("until the amendment begins")
                .isEqualTo(1);
        JsonNode ending = step(path, "terminate", "{\"reason\":\"Other services\"}", asPartner(partner));

        assertThat(ending.path("notice").path("by").asString()).isEqualTo("PARTNER");
        assertThat(ending.path("endsOn").asString())
                .isEqualTo(today().plusDays(60).toString());
        List<PublishedRecord> events = about(partner, "partner.agreement-", 5);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "partner.agreement-proposed.v1",
                        "partner.agreement-signed.v1",
                        "partner.agreement-proposed.v1",
                        "partner.agreement-signed.v1",
                        "partner.agreement-terminated.v1");
        assertThat(events.toString()).doesNotContain("Planted");
        assertThat(stored()).doesNotContain("Planted");
    }

    @Test
    default void only_a_member_with_the_right_accepts_for_its_partner() {
        String partner = partner("Membered Legal");
        String path = proposed(partner);
        String members = "/api/partners/" + partner + "/members";
        String reader = member(partner, members, "rea", "\"SUBMIT_REFERRALS\"");
        String signer = member(partner, members, "sig", "\"ACCEPT_AGREEMENT\"");

        Answer refused = service().post(path + "/accept", acceptance(path, 1, "Rea"), reader);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("ACCEPT_AGREEMENT");
        for (String read : List.of(path, path + "/versions/1/document", path + "/versions/1/memorandum")) {
            Answer closed = service().request("GET", read, null, reader);
            assertThat(closed.status()).as(read).isEqualTo(403);
            assertThat(closed.body()).contains("SEE_COMMISSIONS or ACCEPT_AGREEMENT");
        }
        assertThat(service().request("GET", path, null, signer).status()).isEqualTo(200);
        assertThat(accept(path, 1, signer, "Sig").path("versions").get(0).has("partner"))
                .isTrue();
        accept(path, 1, asPartnerManager("u-31"), "Ines");
        assertThat(service()
                        .post(path + "/terminate", "{\"reason\":\"Other services\"}", reader)
                        .status())
                .isEqualTo(403);
        assertThat(service()
                        .post(path + "/terminate", "{\"reason\":\"Other services\"}", signer)
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void what_no_plan_pays_is_shown_from_the_draft_on_and_told_after_the_plan_has_changed() {
        String partner = partner("Contradictside");
        String code = "contra-" + partner.substring(partner.length() - 8);
        // The plan of the agreements of other tests, so that nothing contradicts there.
        plan("standard-2026", "", 30, 1);
        plan(code, "\"" + partner + "\"", 30, 1);
        Awaitility.await("the plans")
                .until(() -> service().mongo().getCollection("known_plans").countDocuments() == 2);
        String terms = AgreementJson.draft(partner, "Contradicted")
                .replace("standard-2026", code)
                .replace("\"summary\"", "\"rate\":\"0.15\",\"trigger\":\"CLIENT_PAYMENT\",\"summary\"");
        JsonNode drafted = service().post("/api/agreements", terms).json();
        assertThat(drafted.path("contradictions").toString())
                .isEqualTo(
                        "[{\"agreementVersion\":1,\"kind\":\"RATE_DIFFERS\",\"agreed\":\"0.15\",\"paid\":\"0.10\"}]");
        String path = "/api/agreements/" + drafted.path("id").asString();
        JsonNode mended = service()
                .request(
                        "PUT",
                        path + "/terms",
                        "{\"terms\":%s}"
                                .formatted(AgreementJson.terms("2026-01-01").replace("standard-2026", code)))
                .json();
        assertThat(mended.path("contradictions").size()).isZero();
        assertThat(service().post(path + "/propose", "").status()).isEqualTo(200);

        plan(code, "\"" + partner + "\"", 60, 2);

        String list = "/api/agreements?contradicts=true&partnerId=" + partner;
        Awaitility.await("the comparison")
                .until(() -> service().get(list).json().path("items").size() == 1);
        JsonNode shown = service().get(path).json();
        assertThat(shown.path("contradictions").get(0).path("kind").asString()).isEqualTo("NET_DAYS_DIFFER");
        assertThat(service()
                        .request("GET", path, null, asPartner(partner))
                        .json()
                        .path("contradictions")
                        .size())
                .isZero();
        assertThat(service().request("GET", list, null, asPartner(partner)).status())
                .isEqualTo(400);
        PublishedRecord told =
                about(partner, "partner.agreement-contradicted.v1", 1).get(0);
        Contracts.assertMatches(told.type(), told.text());
    }

    private void plan(String code, String partners, int netDays, long sequence) {
        String event =
                """
                {"planId":"plan.%s","partnerId":"unknown","plan":{"code":"%s","version":1},"name":"Plan","effectiveFrom":"2020-01-01",
                 "appliesTo":{"tiers":[],"models":[],"partnerIds":[%s]},"specificity":"%s","rule":"PERCENT","rates":["0.10"],
                 "term":"FIRST_PROJECT","trigger":"CLIENT_PAYMENT","netDays":%d,"holdDays":0,"occurredAt":"2026-01-01T00:00:00Z",
                 "actor":"system","origin":"LIVE"}"""
                        .formatted(code, code, partners, partners.isEmpty() ? "ALL" : "PARTNER", netDays);
        Contracts.assertMatches("commission.plan-published.v1", event);
        service()
                .publish(
                        "commission.events",
                        "commission.plan-published.v1",
                        "plan." + code,
                        sequence,
                        "plan." + code,
                        event);
    }

    @Test
    default void the_calendar_reminds_and_renews_an_agreement_once() {
        String partner = partner("Renewing Legal");
        String yesterday = today().minusDays(1).toString();
        String path = draft(partner, AgreementJson.draft(partner, "Renewing").replace("2099-12-30", yesterday));
        step(path, "propose", "", asPartnerManager("u-31"));
        accept(path, 1, asPartnerManager("u-31"), "Ines");
        accept(path, 1, asPartner(partner), "Noor");
        AdvanceAgreements sweep = service().context().getBean(AdvanceAgreements.class);

        sweep.run();
        sweep.run();

        assertThat(service().get(path).json().path("endsOn").asString())
                .isEqualTo(today().minusDays(1).plusYears(1).toString());
        assertThat(about(partner, "partner.agreement-re", 2))
                .extracting(PublishedRecord::type)
                .containsExactly("partner.agreement-renewal-due.v1", "partner.agreement-renewed.v1");
    }

    @Test
    default void agreements_are_found_by_partner_plan_status_and_words() {
        String partner = partner("Findable Legal");
        String path = draft(
                partner, AgreementJson.draft(partner, "Harbour émigrés").replace("standard-2026", "harbour-plan"));
        String id = path.substring(path.lastIndexOf('/') + 1);

        for (String query : List.of("plan=harbour-plan", "partnerId=" + partner, "q=emigres&status=DRAFT")) {
            JsonNode found = service().get("/api/agreements?" + query).json().path("items");
            assertThat(found.size()).as(query).isEqualTo(1);
            assertThat(found.get(0).path("id").asString()).as(query).isEqualTo(id);
        }
        assertThat(service()
                        .get("/api/agreements?q=emigres&status=ENDED")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(service()
                        .request("GET", "/api/agreements?plan=harbour-plan", null, asPartner(partner))
                        .json()
                        .path("items")
                        .size())
                .as("a draft, to the partner")
                .isZero();
        assertThat(service().get("/api/agreements/export?plan=harbour-plan").body())
                .contains(id + "," + partner + ",Harbour émigrés,DRAFT,,1,harbour-plan");
    }

    @Test
    default void a_partner_finds_no_plan_of_an_amendment_that_is_a_draft() {
        String partner = partner("Amending Legal");
        String path =
                draft(partner, AgreementJson.draft(partner, "Amending").replace("standard-2026", "open-cut-2031"));
        step(path, "propose", "", asPartnerManager("u-31"));
        accept(path, 1, asPartnerManager("u-31"), "Ines");
        accept(path, 1, asPartner(partner), "Noor");
        String amendment = terms(today().plusDays(12)).replace("standard-2026", "hidden-cut-2032");
        assertThat(service()
                        .request("PUT", path + "/terms", amendment, asPartnerManager("u-31"))
                        .status())
                .isEqualTo(200);

        assertThat(found("hidden-cut-2032", asPartner(partner))).isZero();
        assertThat(found("open-cut-2031", asPartner(partner))).isEqualTo(1);
        assertThat(found("hidden-cut-2032", asPartnerManager("u-31"))).isEqualTo(1);
        assertThat(found("open-cut-2031", asPartnerManager("u-31"))).isZero();
        step(path, "propose", "", asPartnerManager("u-31"));
        assertThat(found("hidden-cut-2032", asPartner(partner))).isEqualTo(1);
    }

    private int found(String plan, String caller) {
        return service()
                .request("GET", "/api/agreements?plan=" + plan, null, caller)
                .json()
                .path("items")
                .size();
    }

    @Test
    default void terms_that_the_rules_on_fees_or_the_calendar_forbid_name_their_field() {
        String partner = partner("German Legal", "DE");
        String good = AgreementJson.draft(partner, "Fees");
        String lawyer = good.replace("\"planCode\"", "\"profession\":\"LAWYER\",\"planCode\"");

        assertThat(fields(service().post("/api/agreements", lawyer))).containsExactly("terms.compensation.planCode");
        assertThat(fields(service().post("/api/agreements", good.replace("2099-12-30", "2025-12-31"))))
                .containsExactly("terms.term.endsOn");
        assertThat(fields(service().post("/api/agreements", good.replace("\"SG\"", "\"Singapore\""))))
                .containsExactly("terms.territory.countries[1]");
        assertThat(fields(service().post("/api/agreements", good.replace(partner, "par_nobody"))))
                .containsExactly("partnerId");
    }

    @Test
    default void an_erasure_takes_the_names_of_those_who_signed_and_the_members_do_not() {
        String partner = partner("Erasable Legal");
        String path = proposed(partner);
        member(partner, "/api/partners/" + partner + "/members", "sig", "\"ACCEPT_AGREEMENT\"");
        accept(path, 1, asPartnerManager("u-31"), "Ines Planted");
        assertThat(service().get(path).body()).contains("Ines Planted");
        service()
                .post(
                        "/api/erasures",
                        "{\"owner\":\"%s\",\"reason\":\"Asked for.\"}".formatted(partner),
                        asAdmin("adm-1"));

        Answer approved = service().post("/api/erasures/" + partner + "/approve", "", asAdmin("adm-2"));

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        JsonNode erased = service().get(path).json();
        JsonNode firm = erased.path("versions").get(0).path("firm");
        assertThat(firm.path("name").asString()).isEqualTo("erased");
        assertThat(firm.path("actor").asString()).isEqualTo("user:u-31");
        assertThat(service().get(path + "/versions/1/document").status()).isEqualTo(404);
        assertThat(service()
                        .post(path + "/withdraw", "", asPartnerManager("u-31"))
                        .status())
                .isEqualTo(409);
    }

    private String partner(String name) {
        return partner(name, "MY");
    }

    private String partner(String name, String country) {
        return service()
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"%s","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name, country))
                .json()
                .path("id")
                .asString();
    }

    private String draft(String partner, String body) {
        Answer drafted = service().post("/api/agreements", body, asPartnerManager("u-31"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return "/api/agreements/" + drafted.json().path("id").asString();
    }

    private String proposed(String partner) {
        String path = draft(partner, AgreementJson.draft(partner, "Proposed"));
        step(path, "propose", "", asPartnerManager("u-31"));
        return path;
    }

    private JsonNode step(String path, String command, String body, String caller) {
        Answer answer = service().post(path + "/" + command, body, caller);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode accept(String path, int number, String caller, String name) {
        return step(path, "accept", acceptance(path, number, name), caller);
    }

    private String acceptance(String path, int number, String name) {
        JsonNode version = service().get(path).json().path("versions").get(number - 1);
        return "{\"name\":\"%s\",\"documentHash\":\"%s\"}"
                .formatted(name, version.path("documentHash").asString());
    }

    /** Invites a person, who accepts, and returns the header of its requests. */
    private String member(String partner, String members, String person, String rights) {
        String caller = with(TestTokens.shared().partner(partner, person));
        JsonNode invited = service()
                .post(
                        members,
                        "{\"name\":\"%s\",\"email\":\"%s@legal.example\",\"rights\":[%s]}"
                                .formatted(person, person, rights))
                .json();
        assertThat(service()
                        .post(invited.path("link").asString() + "/accept", "", caller)
                        .status())
                .isEqualTo(200);
        return caller;
    }

    private static String terms(LocalDate startsOn) {
        return "{\"terms\":%s}".formatted(AgreementJson.terms(startsOn.toString()));
    }

    private List<PublishedRecord> about(String partner, String type, int count) {
        List<PublishedRecord> events = service()
                .awaitRecords(
                        "partner.events", all -> ofType(partner, type, all).size() == count);
        events = ofType(partner, type, events);
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        return events;
    }

    private static List<PublishedRecord> ofType(String partner, String type, List<PublishedRecord> all) {
        return all.stream()
                .filter(event -> event.key().equals(partner) && event.type().startsWith(type))
                .toList();
    }

    private String stored() {
        return service()
                .mongo()
                .getCollection("agreements")
                .find()
                .into(new ArrayList<>())
                .toString();
    }

    private static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
