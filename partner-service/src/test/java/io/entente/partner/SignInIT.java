package io.entente.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.agreements.AgreementJson;
import io.entente.platform.security.DefaultRight;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The service with sign-in: each operation as each caller, and a partner that looks for another one's data. */
class SignInIT {

    private static final int CALLERS = 19;

    private static final String PERSON =
            "{\"name\":\"Noor Planted\",\"email\":\"noor@harbour.example\",\"rights\":[%s]}";

    private static final String ASKED =
            "{\"owner\":\"%s\",\"personId\":\"%s\",\"reason\":\"Asked for on 2026-05-04.\"}";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PartnerServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_operation_answers_each_caller_as_the_table_says() {
        assertThat(AccessMatrix.of(service, "partner-service").check()).isEqualTo(114 * CALLERS);
    }

    @Test
    void a_partner_finds_nothing_of_another_one() {
        String own = register("Brightwater");
        String other = register("Harbourlight");

        JsonNode invited = invite(other, "\"MANAGE_MEMBERS\"").json();
        String member = invited.path("member").path("id").asString();
        accept(other, "usr-of-" + other, invited);
        JsonNode waiting = invite(other, "\"SEE_COMMISSIONS\"").json();

        String agreement = agreement(other);
        beginOnboarding(other);

        int refusals = TenantMatrix.of(service, "partner-service", own, other)
                .resource("/api/partners/{id}", "/api/partners/" + other)
                .resource(
                        "/api/partners/{partnerId}/members/{memberId}", "/api/partners/" + other + "/members/" + member)
                .resource("/api/invitations/{invitation}", "/api/invitations/" + invitation(waiting))
                .resource("/api/agreements/{agreementId}", "/api/agreements/" + agreement)
                .resource(
                        "/api/agreements/{agreementId}/versions/{number}/document",
                        "/api/agreements/" + agreement + "/versions/1/document")
                .resource(
                        "/api/agreements/{agreementId}/versions/{number}/memorandum",
                        "/api/agreements/" + agreement + "/versions/1/memorandum")
                .resource(
                        "/api/partners/{id}/onboarding/steps/{step}",
                        "/api/partners/" + other + "/onboarding/steps/share-material")
                .resource(
                        "/api/partners/{partnerId}/scorecards/{period}",
                        "/api/partners/" + other + "/scorecards/2026-Q3")
                .resource(
                        "/api/partners/{partnerId}/scorecards/{period}/figures/{metric}",
                        "/api/partners/" + other + "/scorecards/2026-Q3/figures/SENT")
                .body("POST /api/partners/{partnerId}/members", PERSON.formatted(""))
                .body("PUT /api/partners/{partnerId}/members/{memberId}/rights", "{\"rights\":[\"MANAGE_MEMBERS\"]}")
                .body(
                        "POST /api/agreements/{agreementId}/accept",
                        "{\"name\":\"Ann\",\"documentHash\":\"%s\"}".formatted("ab".repeat(32)))
                .body("POST /api/agreements/{agreementId}/terminate", "{\"reason\":\"Other services\"}")
                .hidden("Harbourlight")
                .check();

        assertThat(refusals).isEqualTo(39);
        assertThat(service.as(TestTokens.shared().partner(own))
                        .get("/api/partners")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void the_actor_is_the_one_who_signed_in_and_a_key_is_its_own() {
        String first = register("Keyed", "ann");

        assertThat(register("Keyed", "ann")).isEqualTo(first);
        assertThat(register("Keyed", "ben")).isNotEqualTo(first);
        assertThat(service.awaitRecords("partner.events", all -> all.stream()
                        .anyMatch(event -> event.data().path("actor").asString().equals("user:ben"))))
                .filteredOn(event -> event.data().path("partnerId").asString().equals(first))
                .extracting(event -> event.data().path("actor").asString())
                .containsExactly("user:ann");
    }

    @Test
    void only_members_act_for_a_partner_once_somebody_was_invited() {
        String partner = register("Memberlight");
        String path = "/api/partners/" + partner;
        assertThat(as(partner, "ana").get(path).status()).isEqualTo(200);
        assertThat(as(partner, "ana")
                        .post(path + "/members", PERSON.formatted(""))
                        .status())
                .as("a partner's user who is no member invites nobody")
                .isEqualTo(403);

        Answer invited = invite(partner, "\"MANAGE_MEMBERS\",\"SUBMIT_REFERRALS\"");
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(as(partner, "ana").get(path).status()).isEqualTo(403);
        assertThat(as(partner, "ana")
                        .get(link(invited.json()))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Noor Planted");
        String person =
                accept(partner, "ana", invited.json()).json().path("person").asString();

        assertThat(person).isEqualTo("partner:" + partner + "/ana");
        assertThat(as(partner, "ana").get(path).status()).isEqualTo(200);
        assertThat(as(partner, "ben").get(path).status()).isEqualTo(403);
        assertThat(as(partner, "ben").post(link(invited.json()) + "/accept", "").status())
                .as("a link that was used")
                .isEqualTo(404);
        assertThat(as(partner, "ana")
                        .post(path + "/members", PERSON.formatted("\"CHANGE_BANK_ACCOUNT\""))
                        .body())
                .contains("You can't give CHANGE_BANK_ACCOUNT");
        Answer second = as(partner, "ana").post(path + "/members", PERSON.formatted("\"SUBMIT_REFERRALS\""));
        assertThat(second.status()).isEqualTo(201);
        String member = second.json().path("member").path("id").asString();
        Answer again = as(partner, "ana").post(path + "/members/" + member + "/invite-again", "", "If-Match: \"1\"");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(as(partner, "ben").get(link(second.json())).status()).isEqualTo(404);
        accept(partner, "ben", again.json());
        assertThat(as(partner, "ben").get(path + "/members").status()).isEqualTo(403);
        String own = invited.json().path("member").path("id").asString();
        assertThat(as(partner, "ana")
                        .post(path + "/members/" + own + "/revoke", "")
                        .status())
                .isEqualTo(409);
        assertThat(as(partner, "ana")
                        .post(path + "/members/" + member + "/revoke", "")
                        .status())
                .isEqualTo(200);
        assertThat(as(partner, "ben").get(path).status()).isEqualTo(403);
        assertThat(as(partner, "ana")
                        .get(path + "/members?q=noor&sort=name")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(as(partner, "ana").get(path + "/members/export").body())
                .contains("Noor Planted")
                .contains("REVOKED");

        List<PublishedRecord> published = service.awaitRecords("partner.members", all -> all.stream()
                .anyMatch(record -> record.key().equals(partner) && record.sequence() == 6));
        published.forEach(record -> Contracts.assertMatches("partner.members.v1", record.text()));
        List<PublishedRecord> events = service.records("partner.events");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events.stream().map(PublishedRecord::text).toList().toString() + published)
                .contains("/ana")
                .doesNotContain("Planted")
                .doesNotContain("noor@");
        assertThat(service.mongo()
                        .getCollection("rosters")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain("Planted")
                .doesNotContain("noor@");
    }

    @Test
    void a_member_reads_and_does_what_its_rights_allow_and_a_handler_without_a_rule_is_closed() {
        String partner = register("Rightlight");
        String agreement = "/api/agreements/" + agreement(partner);
        beginOnboarding(partner);
        String path = "/api/partners/" + partner;
        String step = path + "/onboarding/steps/share-material/complete";
        String evidence = "{\"evidence\":\"Sent by mail.\"}";
        accept(partner, "ida", invite(partner, "\"MANAGE_MEMBERS\"").json());
        accept(partner, "jon", invite(partner, "").json());
        accept(partner, "kim", invite(partner, "\"SEE_COMMISSIONS\"").json());
        accept(partner, "lea", invite(partner, "\"ACCEPT_AGREEMENT\"").json());
        accept(partner, "mia", invite(partner, "\"SEE_ALL_REFERRALS\"").json());

        for (String open : List.of(
                path,
                "/api/partners",
                "/api/partners/export",
                path + "/tiers",
                path + "/onboarding",
                "/api/onboarding",
                "/api/onboarding/export")) {
            assertThat(as(partner, "jon").get(open).status()).as(open).isEqualTo(200);
        }
        for (String terms : List.of(
                "/api/agreements",
                "/api/agreements/export",
                agreement,
                agreement + "/versions/1/document",
                agreement + "/versions/1/memorandum")) {
            assertThat(statuses(partner, terms)).as(terms).containsExactly(403, 403, 200, 200, 403);
        }
        for (String figures : List.of(
                path + "/tier-progress",
                path + "/reciprocity",
                path + "/reciprocity/entries",
                path + "/scorecards/2026",
                path + "/scorecards/2026/figures/SENT",
                "/api/scorecards?period=2026",
                "/api/scorecards/export?period=2026")) {
            assertThat(statuses(partner, figures)).as(figures).containsExactly(403, 403, 200, 403, 200);
        }
        for (String person : List.of("jon", "kim", "lea", "mia")) {
            assertThat(as(partner, person).post(step, evidence).status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(as(partner, "ida").post(step, evidence).status()).isEqualTo(200);
        assertThat(service.context().getBean(DefaultRight.class).name()).isEqualTo("MANAGE_MEMBERS");
    }

    private static List<Integer> statuses(String partner, String path) {
        return Stream.of("ida", "jon", "kim", "lea", "mia")
                .map(person -> as(partner, person).get(path).status())
                .toList();
    }

    @Test
    void a_link_that_two_persons_spend_at_once_opens_for_one_and_two_links_make_one_member_of_a_person() {
        String partner = register("Twicelight");
        JsonNode first = invite(partner, "\"MANAGE_MEMBERS\"").json();
        JsonNode second = invite(partner, "\"SUBMIT_REFERRALS\"").json();
        JsonNode third = invite(partner, "\"SEE_COMMISSIONS\"").json();

        assertThat(atOnce(() -> as(partner, "ana").post(link(first) + "/accept", ""), () -> as(partner, "ben")
                        .post(link(first) + "/accept", "")))
                .as("one link")
                .satisfiesExactlyInAnyOrder(status -> assertThat(status).isEqualTo(200), status -> assertThat(status)
                        .isIn(404, 409));
        assertThat(atOnce(() -> as(partner, "cai").post(link(second) + "/accept", ""), () -> as(partner, "cai")
                        .post(link(third) + "/accept", "")))
                .as("one person")
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_member_raises_no_rights_and_two_who_revoke_each_other_leave_one() {
        String partner = register("Raiselight");
        JsonNode anas =
                invite(partner, "\"MANAGE_MEMBERS\",\"SUBMIT_REFERRALS\"").json();
        JsonNode bens =
                invite(partner, "\"MANAGE_MEMBERS\",\"CHANGE_BANK_ACCOUNT\"").json();
        accept(partner, "ana", anas);
        accept(partner, "ben", bens);
        String members = "/api/partners/" + partner + "/members/";
        String ana = anas.path("member").path("id").asString();
        String ben = bens.path("member").path("id").asString();
        String all = "{\"rights\":[\"MANAGE_MEMBERS\",\"SUBMIT_REFERRALS\",\"CHANGE_BANK_ACCOUNT\"]}";

        assertThat(as(partner, "ana")
                        .request("PUT", members + ana + "/rights", all)
                        .status())
                .as("its own rights")
                .isEqualTo(403);
        assertThat(as(partner, "ana")
                        .request("PUT", members + ben + "/rights", all)
                        .status())
                .as("a right that it has")
                .isEqualTo(200);
        assertThat(as(partner, "ana").post(members + ben + "/revoke", "").status())
                .isEqualTo(200);
        assertThat(as(partner, "ana").post(members + ben + "/invite-again", "").status())
                .as("with rights that it lacks")
                .isEqualTo(403);
        Answer again = service.as(TestTokens.shared().partnerManager()).post(members + ben + "/invite-again", "");
        accept(partner, "ben", again.json());

        assertThat(atOnce(() -> as(partner, "ana").post(members + ben + "/revoke", ""), () -> as(partner, "ben")
                        .post(members + ana + "/revoke", "")))
                .containsExactlyInAnyOrder(200, 403);
    }

    private static List<Integer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(other);
        return List.of(first.join().status(), second.join().status());
    }

    @Test
    void nobody_acts_for_an_erased_partner_that_had_members() {
        String partner = register("Erasedlight");
        accept(partner, "ana", invite(partner, "\"MANAGE_MEMBERS\"").json());
        service.as(TestTokens.shared().person("adm-1", "ADMIN"))
                .post("/api/erasures", "{\"owner\":\"%s\",\"reason\":\"Asked for.\"}".formatted(partner));

        Answer approved = service.as(TestTokens.shared().person("adm-2", "ADMIN"))
                .post("/api/erasures/" + partner + "/approve", "");

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(as(partner, "ana").get("/api/partners/" + partner).status()).isEqualTo(403);
        assertThat(invite(partner, "").status()).isEqualTo(409);
    }

    @Test
    void one_contact_and_one_member_are_erased_and_no_collection_names_them_afterwards() {
        String partner = register("Stayinglight", "pm-1", "Zebedee Quickthorn");
        service.as(TestTokens.shared().partnerManager()).post("/api/partners/" + partner + "/activate", "");
        JsonNode invited = invite(partner, "\"MANAGE_MEMBERS\"").json();
        accept(partner, "ana", invited);
        String member = invited.path("member").path("id").asString();
        String report = "/api/access-reports/" + partner + "/persons/";

        assertThat(admin("adm-1")
                        .get(report + "con_1")
                        .json()
                        .path("contact")
                        .path("name")
                        .asString())
                .isEqualTo("Zebedee Quickthorn");
        assertThat(admin("adm-1")
                        .get(report + member)
                        .json()
                        .path("member")
                        .path("person")
                        .asString())
                .isEqualTo("partner:" + partner + "/ana");
        assertThat(erase(partner, "con_1").path("personId").asString()).isEqualTo("con_1");
        erase(partner, member);

        assertThat(as(partner, "ana").get("/api/partners/" + partner).status()).isEqualTo(403);
        assertThat(admin("adm-1").get(report + "con_1").status()).isEqualTo(404);
        assertThat(admin("adm-1").get(report + member).status()).isEqualTo(404);
        JsonNode left = admin("adm-1").get("/api/partners/" + partner).json();
        assertThat(left.path("name").asString()).isEqualTo("Stayinglight");
        assertThat(left.path("contacts").size()).isZero();
        service.awaitRecords("partner.profiles", all -> all.stream()
                .filter(record -> record.key().equals(partner))
                .anyMatch(record -> !record.text().contains("Quickthorn")));
        Awaitility.await("everything is published").untilAsserted(() -> {
            for (String collection : service.mongo().getCollectionNames()) {
                assertThat(service.mongo()
                                .getCollection(collection)
                                .find()
                                .map(Document::toJson)
                                .into(new ArrayList<>()))
                        .as(collection)
                        .noneMatch(document -> document.contains("Quickthorn"));
            }
        });
        Answer nobody = admin("adm-1").post("/api/erasures", ASKED.formatted(partner, "con_77"));
        assertThat(nobody.status()).as(nobody.body()).isEqualTo(404);
    }

    private static JsonNode erase(String partner, String person) {
        Answer asked = admin("adm-1").post("/api/erasures", ASKED.formatted(partner, person));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String approve = asked.json().path("id").asString() + "/approve";
        assertThat(admin("adm-1").post("/api/erasures/" + approve, "").status()).isEqualTo(409);
        Answer approved = admin("adm-2").post("/api/erasures/" + approve, "");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(admin("adm-2").post("/api/erasures/" + approve, "").json()).isEqualTo(approved.json());
        return approved.json();
    }

    private static RunningService.Client admin(String person) {
        return service.as(TestTokens.shared().person(person, "ADMIN"));
    }

    private static RunningService.Client as(String partner, String person) {
        return service.as(TestTokens.shared().partner(partner, person));
    }

    private static Answer invite(String partner, String rights) {
        return service.as(TestTokens.shared().partnerManager())
                .post("/api/partners/" + partner + "/members", PERSON.formatted(rights));
    }

    private static Answer accept(String partner, String person, JsonNode invited) {
        Answer accepted = as(partner, person).post(link(invited) + "/accept", "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        return accepted;
    }

    private static String link(JsonNode invited) {
        return invited.path("link").asString();
    }

    private static String invitation(JsonNode invited) {
        return link(invited).substring("/api/invitations/".length());
    }

    private static void beginOnboarding(String partner) {
        RunningService.Client manager = service.as(TestTokens.shared().person("pm-2", "PARTNER_MANAGER"));
        String path = "/api/partners/" + partner;
        manager.post(path + "/start-review", "");
        manager.post(path + "/approve", "{\"reason\":\"They fit.\"}");
        assertThat(manager.post(path + "/start-onboarding", "").status()).isEqualTo(200);
        Awaitility.await("the onboarding")
                .until(() -> manager.get(path + "/onboarding").status() == 200);
    }

    /** A proposed agreement, which its partner sees. */
    private static String agreement(String partner) {
        RunningService.Client manager = service.as(TestTokens.shared().person("pm-2", "PARTNER_MANAGER"));
        Answer drafted = manager.post("/api/agreements", AgreementJson.draft(partner, "Referrals of the harbour"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String id = drafted.json().path("id").asString();
        assertThat(manager.post("/api/agreements/" + id + "/propose", "").status())
                .isEqualTo(200);
        return id;
    }

    private static String register(String name) {
        return register(name, "pm-1");
    }

    private static String register(String name, String person) {
        return register(name, person, "Aisyah");
    }

    private static String register(String name, String person, String contact) {
        return service.as(TestTokens.shared().person(person, "PARTNER_MANAGER"))
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"%s","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name, contact),
                        "Idempotency-Key: " + name)
                .json()
                .path("id")
                .asString();
    }
}
