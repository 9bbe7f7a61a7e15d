package io.entente.partner.partnership;

import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.PartnerServiceApplication;
import io.entente.partner.agreements.AgreementApiTests;
import io.entente.partner.alerts.AlertApiTests;
import io.entente.partner.applications.ApplicationApiTests;
import io.entente.partner.erasures.ErasureApiTests;
import io.entente.partner.onboarding.OnboardingApiTests;
import io.entente.partner.programhealth.ProgramHealthApiTests;
import io.entente.partner.qualification.QualificationApiTests;
import io.entente.partner.reciprocity.ReciprocityApiTests;
import io.entente.partner.references.ReferenceApiTests;
import io.entente.partner.scorecards.ScorecardApiTests;
import io.entente.partner.tiers.TierApiTests;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service over HTTP. The tests of other features share its start. */
class PartnerApiIT
        implements AgreementApiTests,
                AlertApiTests,
                ApplicationApiTests,
                ErasureApiTests,
                OnboardingApiTests,
                ProgramHealthApiTests,
                QualificationApiTests,
                ReciprocityApiTests,
                ReferenceApiTests,
                ScorecardApiTests,
                TierApiTests {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                PartnerServiceApplication.service(),
                "--entente.partner.pauses-interval=200ms",
                "--entente.partner.agreements-interval=200ms",
                "--entente.partner.figures-interval=200ms",
                "--entente.partner.onboarding-interval=200ms");
    }

    @Override
    public RunningService service() {
        return service;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_partner_applies_and_is_activated() {
        Answer registered = service.post("/api/partners", partner("Brightwater"));
        assertThat(registered.status()).isEqualTo(201);
        String id = registered.json().path("id").asString();
        assertThat(registered.header("Location")).contains("/api/partners/" + id);
        assertThat(registered.json().path("status").asString()).isEqualTo("APPLIED");
        assertThat(registered.json().path("version").asInt()).isEqualTo(1);

        Answer activated = service.post("/api/partners/" + id + "/activate", "", asPartnerManager("u-17"));
        assertThat(activated.status()).isEqualTo(200);
        assertThat(activated.json().path("status").asString()).isEqualTo("ACTIVE");
        assertThat(service.get("/api/partners/" + id).json()).isEqualTo(activated.json());

        List<PublishedRecord> events =
                service.awaitRecords("partner.events", all -> about(id, all).size() == 2);
        assertThat(about(id, events))
                .extracting(PublishedRecord::type, PublishedRecord::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("partner.partner-applied.v1", 1L),
                        org.assertj.core.groups.Tuple.tuple("partner.partner-activated.v1", 2L));
        assertThat(about(id, events))
                .extracting(event -> event.data().path("actor").asString())
                .containsExactly("user:test", "user:u-17");
        about(id, events).forEach(event -> Contracts.assertMatches(event.type(), event.text()));

        List<PublishedRecord> profiles =
                service.awaitRecords("partner.profiles", all -> about(id, all).size() == 1);
        PublishedRecord profile = about(id, profiles).get(0);
        assertThat(profile.key()).isEqualTo(id);
        Contracts.assertMatches("partner.profile.v1", profile.text());
    }

    @Test
    void an_application_is_reviewed_approved_and_activated_and_each_step_is_an_event() {
        String id = service.post("/api/partners", partner("Stepwise"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;

        step(path, "start-review", "");
        Answer asked = step(path, "request-information", "{\"questions\":\"Which clients?\"}");
        assertThat(asked.json().path("statusReason").asString()).isEqualTo("Which clients?");
        assertThat(service.post(path + "/approve", "{\"reason\":\"Good.\"}").status())
                .isEqualTo(409);
        step(path, "provide-information", "{\"answers\":\"Four of them.\"}");
        step(path, "approve", "{\"reason\":\"Good references.\"}");
        step(path, "start-onboarding", "");
        step(path, "activate", "{\"reason\":\"They know us.\"}");
        String team = "{\"team\":[{\"role\":\"account-manager\",\"person\":\"user:am-6\"}]}";
        assertThat(service.request("PUT", path + "/team", team).status()).isEqualTo(200);
        step(path, "pause", "{\"reason\":\"Moving.\",\"until\":\"2031-09-01\"}");
        step(path, "resume", "{\"evidence\":\"Moved.\"}");
        Answer ended = step(path, "deactivate", "{\"reason\":\"Merged into another firm.\"}");
        assertThat(ended.json().path("partner").path("status").asString()).isEqualTo("INACTIVE");

        List<PublishedRecord> events = about(
                id, service.awaitRecords("partner.events", all -> about(id, all).size() == 11));
        assertThat(events)
                .extracting(
                        event -> event.type().replace("partner.partner-", "").replace(".v1", ""))
                .containsExactly(
                        "applied",
                        "review-started",
                        "information-requested",
                        "information-provided",
                        "approved",
                        "onboarding-started",
                        "activated",
                        "team-changed",
                        "paused",
                        "resumed",
                        "deactivated");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events.get(6).data().path("onboardingWaived").asBoolean()).isTrue();
        assertThat(events.get(8).data().path("until").asString()).isEqualTo("2031-09-01");
        assertThat(events.get(8).data().path("owner").asString()).isEqualTo("user:am-6");
        assertThat(about(
                        id,
                        service.awaitRecords(
                                "partner.profiles", all -> about(id, all).size() == 10)))
                .extracting(profile -> profile.data().path("status").asString())
                .endsWith("ACTIVE", "PAUSED", "ACTIVE", "INACTIVE");
        JsonNode steps = service.get(path + "/history").json().path("steps");
        assertThat(steps.size()).isEqualTo(9);
        assertThat(steps.get(3).path("text").asString()).isEqualTo("Good references.");
    }

    @Test
    void a_merged_duplicate_leads_the_firm_to_the_other_record_and_stays_what_it_was_for_itself() {
        String duplicate = service.post("/api/partners", partner("Doubled Ltd"))
                .json()
                .path("id")
                .asString();
        String winner = service.post("/api/partners", partner("Doubled Limited"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + duplicate;
        step(path, "activate", "");
        String merge = "{\"into\":\"%s\",\"reason\":\"One company.\"}";
        for (String wrong : List.of(duplicate, "par_none")) {
            Answer refused = service.post(path + "/merge", merge.formatted(wrong));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        }
        Answer merged = step(path, "merge", merge.formatted(winner));
        assertThat(merged.json().path("status").asString()).isEqualTo("INACTIVE");
        assertThat(merged.json().path("mergedInto").asString()).isEqualTo(winner);
        assertThat(step(path, "merge", merge.formatted(winner)).json()).isEqualTo(merged.json());
        assertThat(service.post("/api/partners/" + winner + "/merge", merge.formatted(duplicate))
                        .body())
                .contains("it is merged into " + winner);

        assertThat(service.get(path).json().path("id").asString()).isEqualTo(winner);
        assertThat(service.request("GET", path, null, asPartner(duplicate))
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(duplicate);
        assertThat(service.get("/api/partners?mergedInto=" + winner)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(duplicate);
        PublishedRecord event = about(
                        duplicate,
                        service.awaitRecords(
                                "partner.events", all -> about(duplicate, all).size() == 3))
                .get(2);
        assertThat(event.type()).isEqualTo("partner.partner-merged.v1");
        Contracts.assertMatches(event.type(), event.text());
        assertThat(about(duplicate, service.records("partner.profiles"))).last().satisfies(profile -> {
            Contracts.assertMatches("partner.profile.v1", profile.text());
            assertThat(profile.data().path("mergedInto").asString()).isEqualTo(winner);
        });
    }

    @Test
    void whoever_ends_a_partnership_gets_the_open_referrals_with_their_owners() {
        String id = service.post("/api/partners", partner("Parting"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;
        step(path, "activate", "");
        step(path, "pause", "{\"reason\":\"Talks.\"}");
        String team = "{\"team\":[{\"role\":\"account-manager\",\"person\":\"user:am-7\"}]}";
        assertThat(service.request("PUT", path + "/team", team).status()).isEqualTo(200);
        referral("referral.referral-submitted.v1", id, "ref_parting_a", 1);
        referral("referral.sla-breached.v1", id, "ref_parting_a", 2);
        referral("referral.referral-submitted.v1", id, "ref_parting_lost", 1);
        referral("referral.referral-lost.v1", id, "ref_parting_lost", 2);
        referral("referral.referral-submitted.v1", id, "ref_parting_b", 1);
        Awaitility.await("the referral that was submitted last")
                .until(() -> service.get(path + "/handover").body().contains("ref_parting_b"));

        JsonNode open = step(path, "deactivate", "{\"reason\":\"Both sides want it.\"}")
                .json()
                .path("openReferrals");

        assertThat(open.valueStream()
                        .map(referral -> referral.path("referralId").asString() + " "
                                + referral.path("owner").asString()))
                .containsExactlyInAnyOrder("ref_parting_a user:01K0Z1Y2X3W4V5T6S7R8Q9P0NM", "ref_parting_b user:am-7");
    }

    private static void referral(String type, String partner, String referral, long sequence) {
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(Contracts.sample(type));
        event.put("partnerId", partner).put("referralId", referral);
        service.publish("referral.events", type, referral, sequence, partner, event.toString());
    }

    @Test
    void somebody_is_reminded_on_the_day_on_which_a_pause_is_looked_at_again() {
        String id = service.post("/api/partners", partner("Resting"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;
        step(path, "activate", "");
        step(path, "pause", "{\"reason\":\"Moving house.\",\"until\":\"2026-01-05\"}");

        PublishedRecord due = about(
                        id,
                        service.awaitRecords(
                                "partner.events", all -> about(id, all).size() == 4))
                .get(3);
        assertThat(due.type()).isEqualTo("partner.pause-review-due.v1");
        Contracts.assertMatches(due.type(), due.text());
        assertThat(due.data().path("reviewOn").asString()).isEqualTo("2026-01-05");
        assertThat(due.data().path("reason").asString()).isEqualTo("Moving house.");
        assertThat(service.get(path).json().path("status").asString()).isEqualTo("PAUSED");
    }

    @Test
    void a_declined_applicant_is_told_why_and_from_when_it_may_apply_again() {
        String id = service.post("/api/partners", partner("Turned down"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;
        step(path, "start-review", "");

        assertThat(fields(service.post(path + "/decline", "{\"reason\":\" \",\"reapplyFrom\":\"soon\"}")))
                .containsExactlyInAnyOrder("reason", "reapplyFrom");
        Answer declined = step(path, "decline", "{\"reason\":\"Too few referrals.\",\"reapplyFrom\":\"2027-01-15\"}");

        assertThat(declined.json().path("statusReason").asString()).isEqualTo("Too few referrals.");
        assertThat(declined.json().path("statusUntil").asString()).isEqualTo("2027-01-15");
        PublishedRecord event = about(
                        id,
                        service.awaitRecords(
                                "partner.events", all -> about(id, all).size() == 3))
                .get(2);
        Contracts.assertMatches("partner.partner-declined.v1", event.text());
        assertThat(event.data().path("reapplyFrom").asString()).isEqualTo("2027-01-15");
    }

    @Test
    void people_at_a_partner_are_added_changed_and_depart_and_the_profile_follows() {
        String id = service.post("/api/partners", partner("Peopled"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;
        step(path, "activate", "");
        String ole =
                """
                {"name":"Ole Vanisher","email":"ole@peopled.example","role":"Team lead","level":"DELIVERY"}""";

        Answer added = service.post(path + "/contacts", ole, "Idempotency-Key: ole");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String contact = added.json().path("contacts").get(1).path("id").asString();
        assertThat(service.post(path + "/contacts", ole, "Idempotency-Key: ole").json())
                .isEqualTo(added.json());
        assertThat(service.post(path + "/contacts", ole.replace("Ole", "Ole B."), "Idempotency-Key: ole")
                        .status())
                .isEqualTo(422);
        String changed =
                """
                {"name":"Aisyah","email":"aisyah@peopled.example","role":"Director","level":"EXECUTIVE_SPONSOR",
                 "locale":"en","notificationEmail":"program@peopled.example"}""";
        assertThat(service.request("PUT", path + "/contacts/con_1", changed, "If-Match: \"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.request("PUT", path + "/contacts/con_1", changed).status())
                .isEqualTo(200);
        assertThat(service.request("PUT", path + "/contacts/con_none", changed).status())
                .isEqualTo(404);
        Answer departed = step(path, "contacts/" + contact + "/depart", "");
        assertThat(departed.json().path("risks").toString())
                .isEqualTo("[\"SINGLE_CONTACT\",\"NO_DELIVERY\",\"NO_ACCOUNT_MANAGER\"]");
        assertThat(service.post(path + "/contacts/con_none/depart", "").status())
                .isEqualTo(404);

        List<PublishedRecord> events = about(
                id, service.awaitRecords("partner.events", all -> about(id, all).size() == 5));
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events.get(4).type()).isEqualTo("partner.partner-contact-departed.v1");
        assertThat(events.toString()).doesNotContain("Vanisher", "@");
        assertThat(events.get(4).data().has("owner"))
                .as("nobody is responsible")
                .isFalse();
        PublishedRecord profile = about(
                        id,
                        service.awaitRecords(
                                "partner.profiles", all -> about(id, all).size() == 4))
                .get(3);
        Contracts.assertMatches("partner.profile.v1", profile.text());
        JsonNode first = profile.data().path("contacts").get(0);
        assertThat(first.path("email").asString()).isEqualTo("program@peopled.example");
        assertThat(first.path("locale").asString()).isEqualTo("en");
        JsonNode handover = service.get(path + "/handover").json();
        assertThat(handover.path("departed").get(0).path("level").asString()).isEqualTo("DELIVERY");
        assertThat(handover.toString()).doesNotContain("Vanisher").contains("/api/referrals?partnerId=" + id);
    }

    @Test
    void the_record_of_a_partner_is_edited_and_found() {
        String id = service.post("/api/partners", partner("Recorded"))
                .json()
                .path("id")
                .asString();
        String path = "/api/partners/" + id;
        String edit =
                """
                {"name":"Recorded","country":"DE","timeZone":"Europe/Berlin","locale":"de","details":{
                 "domain":"Recorded.example","website":"https://recorded.example","territory":["DE","AT"],
                 "industries":["Shipping"],"services":["Customs Advice"],"idealClient":"Forwarders in harbours",
                 "positioning":"SPECIALIST","languages":["de","pl"],"owner":"user:u-99"}}""";

        assertThat(service.request("PUT", path, edit, "If-Match: \"7\"").status())
                .isEqualTo(412);
        Answer edited = service.request("PUT", path, edit, "If-Match: \"1\"");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().path("details").path("services").toString()).isEqualTo("[\"customs advice\"]");
        assertThat(service.request("PUT", path, edit).json()).isEqualTo(edited.json());
        step(path, "activate", "");

        for (String query : List.of(
                "domain=recorded.EXAMPLE",
                "territory=at",
                "industry=shipping",
                "service=Customs%20advice",
                "positioning=SPECIALIST&language=pl",
                "owner=user:u-99&risk=SINGLE_CONTACT",
                "q=forwarders")) {
            JsonNode found = service.get("/api/partners?" + query).json().path("items");
            assertThat(found.size()).as(query).isEqualTo(1);
            assertThat(found.get(0).path("id").asString()).as(query).isEqualTo(id);
        }
        assertThat(service.get("/api/partners?owner=user:u-99&risk=NO_CONTACT")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(service.get("/api/partners/export?domain=recorded.example").body())
                .contains(
                        "recorded.example,DE AT,shipping,customs advice,SPECIALIST,de pl,user:u-99,SINGLE_CONTACT NO_");
        assertThat(fields(service.request(
                        "PUT", path, edit.replace("\"AT\"", "\"Austria\"").replace("user:u-99", "Jana"))))
                .containsExactlyInAnyOrder("details.territory[1]", "details.owner");
        PublishedRecord event = about(
                        id,
                        service.awaitRecords(
                                "partner.events", all -> about(id, all).size() == 3))
                .get(1);
        Contracts.assertMatches("partner.partner-record-changed.v1", event.text());
    }

    private static Answer step(String path, String command, String body) {
        Answer answer = service.post(path + "/" + command, body, asPartnerManager("u-17"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void the_profile_names_the_people_of_the_firm_who_look_after_the_partner() {
        String team = "\"team\":[{\"role\":\"account-manager\",\"person\":\"user:u-17\"}]";
        Answer registered =
                service.post("/api/partners", partner("Teamwork").replace("\"locale\"", team + ",\"locale\""));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(registered.json().path("team").toString())
                .isEqualTo("[{\"role\":\"account-manager\",\"person\":\"user:u-17\"}]");
        String id = registered.json().path("id").asString();
        service.post("/api/partners/" + id + "/activate", "");

        PublishedRecord profile = about(
                        id,
                        service.awaitRecords(
                                "partner.profiles", all -> about(id, all).size() == 1))
                .get(0);

        assertThat(profile.data().path("team")).isEqualTo(registered.json().path("team"));
        Contracts.assertMatches("partner.profile.v1", profile.text());
        String bad = "\"team\":[{\"role\":\"The Boss\",\"person\":\"Aisyah\"}]";
        assertThat(fields(service.post("/api/partners", partner("Badly").replace("\"locale\"", bad + ",\"locale\""))))
                .containsExactlyInAnyOrder("team[0].role", "team[0].person");
    }

    @Test
    void a_partner_is_not_told_who_of_the_firm_looks_after_it() {
        String team =
                """
                "details":{"owner":"user:ola-quill-41"},"team":[{"role":"account-manager","person":"user:ola-quill-41",
                 "email":"ola.quill@house.example","locale":"de","timeZone":"Europe/Berlin"}],"locale""";
        Answer registered = service.post("/api/partners", partner("Untold").replace("\"locale", team));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        String id = registered.json().path("id").asString();

        for (String path : List.of("/api/partners/" + id, "/api/partners", "/api/partners/export")) {
            assertThat(service.request("GET", path, null, asPartner(id)).body())
                    .as(path)
                    .contains("Untold", "firm")
                    .doesNotContainIgnoringCase("quill");
        }
        for (String path : List.of("/api/partners", "/api/partners/export")) {
            assertThat(service.request("GET", path + "?owner=user:ola-quill-41", null, asPartner(id))
                            .status())
                    .as(path)
                    .isEqualTo(400);
            assertThat(service.get(path + "?owner=user:ola-quill-41").body()).contains("user:ola-quill-41");
        }
        assertThat(service.get("/api/partners/" + id).body()).contains("ola.quill@house.example");
    }

    @Test
    void the_team_of_a_partner_is_replaced_published_and_guarded_by_the_version() {
        String id = service.post("/api/partners", partner("Changing"))
                .json()
                .path("id")
                .asString();
        service.post("/api/partners/" + id + "/activate", "");
        String path = "/api/partners/" + id + "/team";
        String team =
                """
                {"team":[{"role":"account-manager","person":"user:u-18","email":"u18@firm.example","locale":"de",
                  "timeZone":"Europe/Berlin"}]}""";

        assertThat(service.request("PUT", path, team, "If-Match: \"1\"").status())
                .isEqualTo(412);
        Answer changed = service.request("PUT", path, team, "If-Match: \"2\"", asPartnerManager("u-17"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("version").asLong()).isEqualTo(3);
        assertThat(service.request("PUT", path, team).json().path("version").asLong())
                .as("a repeated request")
                .isEqualTo(3);
        assertThat(service.request("PUT", path, team, asPartner(id)).status()).isEqualTo(403);
        assertThat(fields(service.request(
                        "PUT", path, "{\"team\":[{\"role\":\"x\",\"person\":\"user:a@b\",\"locale\":\"fr\"}]}")))
                .containsExactlyInAnyOrder("team[0].person", "team[0].locale");
        assertThat(service.request("PUT", "/api/partners/par_nobody/team", team).status())
                .isEqualTo(404);

        PublishedRecord event = about(
                        id,
                        service.awaitRecords(
                                "partner.events", all -> about(id, all).size() == 3))
                .get(2);
        assertThat(event.type()).isEqualTo("partner.partner-team-changed.v1");
        Contracts.assertMatches(event.type(), event.text());
        assertThat(event.text()).doesNotContain("@");
        List<PublishedRecord> profiles = about(
                id,
                service.awaitRecords("partner.profiles", all -> about(id, all).size() == 2));
        Contracts.assertMatches("partner.profile.v1", profiles.get(1).text());
        assertThat(profiles.get(1).data().path("team")).isEqualTo(changed.json().path("team"));
        assertThat(changed.json().path("team").get(0).path("email").asString()).isEqualTo("u18@firm.example");
    }

    @Test
    void a_second_administrator_erases_a_partner_and_nothing_that_identifies_it_stays() {
        String id = service.post("/api/partners", partner("Vanishing"), "Idempotency-Key: vanishing")
                .json()
                .path("id")
                .asString();
        service.post("/api/partners/" + id + "/activate", "");
        service.awaitRecords("partner.profiles", all -> about(id, all).size() == 1);
        String request = "{\"owner\":\"%s\",\"reason\":\"Asked for on 2026-03-01.\"}".formatted(id);

        Answer asked = service.post("/api/erasures", request, asPerson("adm-1"), "Idempotency-Key: erase-1");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(service.post("/api/erasures", request, asPerson("adm-1"), "Idempotency-Key: erase-1")
                        .header("Idempotency-Replayed"))
                .contains("true");
        String path = "/api/erasures/" + id;
        assertThat(service.post(path + "/approve", "", asPerson("ADM-1")).status())
                .as("the same person")
                .isEqualTo(409);
        assertThat(service.get("/api/partners/" + id).json().path("name").asString())
                .isEqualTo("Vanishing");
        Answer erased = service.post(path + "/approve", "", asPerson("adm-2"), "If-Match: \"1\"");
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(erased.json().path("status").asString()).isEqualTo("DONE");
        assertThat(service.post(path + "/approve", "", asPerson("adm-2")).json())
                .as("repeated")
                .isEqualTo(erased.json());
        assertThat(service.post(path + "/refuse", "", asPerson("adm-3")).status())
                .isEqualTo(409);

        Answer partner = service.get("/api/partners/" + id);
        assertThat(partner.json().path("status").asString()).isEqualTo("ERASED");
        assertThat(service.post("/api/partners/" + id + "/activate", "").status())
                .isEqualTo(409);
        assertThat(service.post("/api/partners", partner("Vanishing"), "Idempotency-Key: vanishing")
                        .status())
                .as("the first answer isn't kept")
                .isEqualTo(422);
        service.awaitRecords(
                "partner.profiles", all -> about(id, all).stream().anyMatch(record -> record.text() == null));
        Awaitility.await("the outbox is empty").until(() -> !String.valueOf(service.mongo()
                        .getCollection("partners")
                        .find(new Document("_id", id))
                        .first())
                .contains("outbox"));
        assertThat(service.mongo()
                        .getCollection("partners")
                        .find(new Document("_id", id))
                        .first()
                        .toJson())
                .doesNotContain("anishing", "@", "vanish");
    }

    @Test
    void a_refused_erasure_erases_nothing_and_can_be_asked_for_again() {
        String id = service.post("/api/partners", partner("Staying"))
                .json()
                .path("id")
                .asString();
        String request = "{\"owner\":\"%s\",\"reason\":\"Asked for by mistake.\"}".formatted(id);
        service.post("/api/erasures", request, asPerson("adm-1"));

        Answer refused = service.post("/api/erasures/" + id + "/refuse", "", asPerson("adm-1"));

        assertThat(refused.json().path("status").asString()).isEqualTo("REFUSED");
        assertThat(service.post("/api/erasures/" + id + "/approve", "", asPerson("adm-2"))
                        .status())
                .isEqualTo(409);
        assertThat(service.get("/api/partners/" + id).json().path("name").asString())
                .isEqualTo("Staying");
        assertThat(service.post("/api/erasures", request, asPerson("adm-2"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITING");
        assertThat(service.post("/api/erasures", request.replace(id, "par_nobody"))
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/api/erasures").json().path("items").toString()).contains(id);
    }

    @Test
    void all_invalid_fields_are_reported_in_one_response() {
        Answer refused = service.post(
                "/api/partners",
                """
                {"name":" ","model":"FRIEND","tier":"ACTIVE","country":"XX","timeZone":"Mars/Base","locale":"fr",
                 "contacts":[{"name":"A","email":"not an address"}],"nickname":"x"}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "name",
                        "model",
                        "country",
                        "timeZone",
                        "locale",
                        "contacts[0].email",
                        "contacts[0].role",
                        "nickname");
        JsonNode model = StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .filter(error -> error.path("field").asString().equals("model"))
                .findFirst()
                .orElseThrow();
        assertThat(model.path("message").asString()).contains("REFERRAL").contains("CHANNEL");
    }

    @Test
    void a_body_that_is_not_json_is_refused() {
        Answer refused = service.post("/api/partners", "name=x");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("body");
    }

    @Test
    void values_of_the_wrong_type_and_a_missing_body_are_refused() {
        Answer refused = service.post(
                "/api/partners",
                """
                {"name":5,"model":0,"tier":"ACTIVE","country":"MY","timeZone":true,"locale":"ms","contacts":["Aisyah"]}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("name", "model", "timeZone", "contacts[0]");
        assertThat(fields(service.post("/api/partners", ""))).containsExactly("body");
    }

    @Test
    void a_repeated_request_gets_the_first_response_again() {
        Answer first = service.post("/api/partners", partner("Once"), "Idempotency-Key: once-1");
        String id = first.json().path("id").asString();
        service.post("/api/partners/" + id + "/activate", "");

        Answer again = service.post("/api/partners", partner("Once"), "Idempotency-Key: once-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = service.post("/api/partners", partner("Other"), "Idempotency-Key: once-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("Idempotency-Key");
    }

    @Test
    void a_command_on_an_old_version_is_refused() {
        String id = service.post("/api/partners", partner("Stale"))
                .json()
                .path("id")
                .asString();

        assertThat(service.post("/api/partners/" + id + "/activate", "", "If-Match: \"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.post("/api/partners/" + id + "/activate", "", "If-Match: \"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pages_contain_every_partner_once() {
        for (int i = 0; i < 5; i++) {
            service.post("/api/partners", partner("Page " + i));
        }
        Set<String> seen = new HashSet<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    service.get("/api/partners?limit=2&cursor=" + cursor).json();
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asString())).isTrue());
            sizes.add(page.path("items").size());
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
        assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(2);
    }

    @Test
    void a_limit_above_the_maximum_and_an_unknown_status_are_refused() {
        assertThat(fields(service.get("/api/partners?limit=201&cursor=%21"))).containsExactly("limit", "cursor");
        assertThat(fields(service.get("/api/partners?status=SLEEPING"))).containsExactly("status");
        assertThat(fields(service.get("/api/partners?status=SLEEPING&limit=x&cursor=abc")))
                .containsExactly("status", "limit", "cursor");
    }

    @Test
    void an_unknown_partner_is_a_404_problem() {
        Answer missing = service.get("/api/partners/par_nobody");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("detail").asString()).contains("par_nobody");
        assertThat(missing.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void operators_find_health_metrics_and_the_api_description() {
        assertThat(service.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(service.get("/actuator/prometheus").body())
                .contains("entente_outbox_pending", "entente_outbox_oldest_age_seconds");
        assertThat(service.get("/actuator/parked").json().path("items").isArray())
                .isTrue();
        assertThat(service.get("/v3/api-docs").json().path("paths").has("/api/partners"))
                .isTrue();
    }

    private static List<PublishedRecord> about(String id, List<PublishedRecord> records) {
        return records.stream().filter(record -> record.subject().equals(id)).toList();
    }

    private static List<String> fields(Answer refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }

    private static String partner(String name) {
        return """
                {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                 "locale":"ms","contacts":[{"name":"Aisyah","email":"aisyah@brightwater.example","role":"Director"}]}
                """
                .formatted(name);
    }
}
