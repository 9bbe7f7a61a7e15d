package io.entente.referral.referral;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The preview of a submission. It is Friday, 14:30 in Kuala Lumpur. */
class PreviewIT {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-27T06:30:00Z"));
    private static final String BERLINER = asPartner("par_berlin");

    private static RunningService service;

    @BeforeAll
    static void start() {
        ApplicationContextInitializer<GenericApplicationContext> itsClock =
                context -> context.registerBean("clock", Clock.class, () -> CLOCK);
        service = RunningService.start(
                ReferralServiceApplication.service().initializers(itsClock),
                "--entente.program.time-zone=Asia/Kuala_Lumpur");
        keep("par_berlin", "ACTIVE", Tier.STRATEGIC, "Europe/Berlin");
        keep("par_somewhere", "ACTIVE", Tier.ACTIVE, null);
        keep("par_atlantis", "ACTIVE", Tier.ACTIVE, "Atlantis/Capital");
        keep("par_paused", "PAUSED", Tier.STRATEGIC, "Europe/Berlin");
        put(
                "calendars/kuala-lumpur",
                """
                {"zone":"Asia/Kuala_Lumpur","hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],
                 "opens":"09:00","closes":"18:00"}]}""");
        put(
                "policies/strategic-response",
                """
                {"kind":"RESPONSE","direction":"INBOUND","tiers":["STRATEGIC"],"within":"PT8H","calendar":"kuala-lumpur",
                 "owner":"account-manager"}""");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_preview_says_by_when_the_firm_answers_in_the_zones_of_the_program_and_the_partner() {
        JsonNode preview =
                preview(submission("par_berlin", "Nordwind"), BERLINER).json();

        assertThat(preview.path("complete").asBoolean()).as(preview.toString()).isTrue();
        assertThat(preview.path("errors")).isEmpty();
        JsonNode promise = preview.path("promise");
        assertThat(promise.path("kind").asString()).isEqualTo("RESPONSE");
        assertThat(promise.path("policy").toString()).isEqualTo("{\"code\":\"strategic-response\",\"version\":1}");
        assertThat(promise.path("calendar").toString()).isEqualTo("{\"code\":\"kuala-lumpur\",\"version\":1}");
        assertThat(promise.path("startsAt").asString()).isEqualTo("2026-11-27T06:30:00Z");
        // Three and a half hours on Friday, and four and a half on Monday.
        assertThat(promise.path("dueAt").asString()).isEqualTo("2026-11-30T05:30:00Z");
        assertThat(promise.path("inProgramZone").toString())
                .isEqualTo("{\"zone\":\"Asia/Kuala_Lumpur\",\"dateTime\":\"2026-11-30T13:30:00+08:00\"}");
        assertThat(promise.path("inPartnerZone").toString())
                .isEqualTo("{\"zone\":\"Europe/Berlin\",\"dateTime\":\"2026-11-30T06:30:00+01:00\"}");
    }

    @Test
    void the_promise_of_a_preview_is_the_one_that_the_submission_starts() {
        String body = submission("par_berlin", "Promised");

        JsonNode promise = preview(body, BERLINER).json().path("promise");
        JsonNode submitted = service.post("/api/referrals", body, BERLINER).json();

        assertThat(submitted.path("responseDueAt").asString())
                .isEqualTo(promise.path("dueAt").asString());
    }

    @Test
    void a_partner_needs_not_name_itself_in_a_preview_nor_in_the_submission() {
        String body = submission("par_berlin", "Selbst").replace("\"partnerId\":\"par_berlin\",", "");

        assertThat(preview(body, BERLINER).json().path("complete").asBoolean()).isTrue();
        Answer submitted = service.post("/api/referrals", body, BERLINER);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        assertThat(submitted.json().path("partnerId").asString()).isEqualTo("par_berlin");
        for (String named : List.of("", " ", "null")) {
            String value = named.equals("null") ? named : '"' + named + '"';
            Answer ofFirm = service.post("/api/referrals", "{\"partnerId\":" + value + "," + body.substring(1));
            assertThat(ofFirm.status()).isEqualTo(400);
            assertThat(ofFirm.body()).contains("\"partnerId\"", "must not be blank");
        }
    }

    @Test
    void the_local_time_is_left_out_if_the_zone_of_the_partner_is_unknown() {
        for (String partner : new String[] {"par_somewhere", "par_atlantis"}) {
            JsonNode promise = preview(submission(partner, "Zoneless")).json().path("promise");

            assertThat(promise.path("dueAt").asString()).isEqualTo("2026-11-28T06:30:00Z");
            assertThat(promise.has("inPartnerZone")).isFalse();
            assertThat(promise.has("calendar")).isFalse();
        }
    }

    @Test
    void a_preview_names_the_same_fields_as_the_submission_and_still_knows_the_promise() {
        String body =
                """
                {"partnerId":"par_berlin","client":{"domain":"no domain","country":"XX","contactName":" ","contactEmail":""},
                 "involvement":"MUCH","expectedValue":{"amount":"0","currency":"XXY"},"nickname":"x",
                 "answers":{"shoe-size":"44"}}""";

        Answer answer = preview(body, BERLINER);

        assertThat(answer.status()).isEqualTo(200);
        Map<String, String> errors = errors(answer.json());
        Map<String, String> ofSubmission =
                errors(service.post("/api/referrals", body, BERLINER).json());
        assertThat(ofSubmission)
                .containsOnlyKeys(
                        "client.organisation",
                        "client.domain",
                        "client.country",
                        "client.contactName",
                        "client.contactEmail",
                        "service",
                        "involvement",
                        "expectedValue.amount",
                        "expectedValue.currency",
                        "nickname");
        assertThat(errors)
                .containsAllEntriesOf(ofSubmission)
                .containsEntry("answers.shoe-size", "must be a question of the checklist")
                .hasSize(ofSubmission.size() + 1);
        assertThat(answer.json().path("complete").asBoolean()).isFalse();
        assertThat(answer.json().path("promise").path("dueAt").asString()).isEqualTo("2026-11-30T05:30:00Z");
    }

    @Test
    void an_empty_preview_names_what_is_required() {
        JsonNode empty = preview("{}").json();
        JsonNode ofPartner = preview("{}", BERLINER).json();

        assertThat(errors(empty)).containsOnlyKeys("partnerId", "client", "service");
        assertThat(empty.has("promise")).isFalse();
        assertThat(errors(ofPartner)).as("it is the partner's own").containsOnlyKeys("client", "service");
        assertThat(ofPartner.has("promise")).isTrue();
        assertThat(preview("[]", BERLINER).status()).isEqualTo(400);
        assertThat(preview("{\"partnerId\":", BERLINER).status()).isEqualTo(400);
    }

    @Test
    void a_partner_learns_of_its_own_introduction_and_nothing_of_those_of_others() {
        service.post("/api/referrals", submission("par_berlin", "Holzbau Stern"), BERLINER);

        JsonNode own =
                preview(submission("par_berlin", "Holzbau Stern"), BERLINER).json();
        JsonNode others = preview(submission("par_somewhere", "Holzbau Stern"), asPartner("par_somewhere"))
                .json();
        JsonNode free = preview(submission("par_somewhere", "Free Client"), asPartner("par_somewhere"))
                .json();

        assertThat(errors(own)).containsOnlyKeys("client");
        assertThat(errors(own).get("client")).contains("was already introduced by this partner", "is SUBMITTED");
        assertThat(others).isEqualTo(free);
    }

    @Test
    void a_partner_learns_nothing_about_another_partner() {
        JsonNode paused = preview(submission("par_paused", "Curious"), BERLINER).json();
        JsonNode active =
                preview(submission("par_somewhere", "Curious"), BERLINER).json();

        assertThat(errors(paused)).isEqualTo(Map.of("partnerId", "must be the partner that submits it"));
        assertThat(paused).isEqualTo(active);
        assertThat(paused.has("promise")).isFalse();
    }

    @Test
    void a_partner_that_cannot_submit_gets_no_promise() {
        for (String partner : new String[] {"par_paused", "par_nobody"}) {
            JsonNode preview = preview(submission(partner, "Refused")).json();

            assertThat(errors(preview)).containsOnlyKeys("partnerId");
            assertThat(preview.has("promise")).isFalse();
        }
        String outbound = submission("par_berlin", "Outbound")
                .replace("{\"partnerId\"", "{\"direction\":\"OUTBOUND\",\"partnerId\"");
        assertThat(errors(preview(outbound, BERLINER).json())).containsOnlyKeys("direction");
        assertThat(errors(preview(outbound).json())).isEmpty();
    }

    @Test
    void a_preview_writes_nothing() {
        // The store clears what submissions of other tests have finished.
        await().until(() ->
                service.mongo().getCollection("pending_claim_changes").countDocuments() == 0);
        Map<String, Long> before = documents();

        for (int i = 0; i < 5; i++) {
            preview(submission("par_berlin", "Unwritten"), BERLINER);
        }

        assertThat(documents()).isEqualTo(before).containsKey("referrals");
    }

    /** Everything but the audit log, which records that somebody asked, a moment after the answer. */
    private static Map<String, Long> documents() {
        Map<String, Long> counts = new TreeMap<>();
        Set<String> collections = new TreeSet<>(service.mongo().getCollectionNames());
        collections.remove("audit_log");
        for (String collection : collections) {
            counts.put(collection, service.mongo().getCollection(collection).countDocuments());
        }
        return counts;
    }

    private static Answer preview(String body, String... headers) {
        return service.post("/api/referrals/preview", body, headers);
    }

    private static Map<String, String> errors(JsonNode answer) {
        Map<String, String> errors = new TreeMap<>();
        answer.path("errors")
                .forEach(error -> errors.put(
                        error.path("field").asString(), error.path("message").asString()));
        return errors;
    }

    private static String submission(String partnerId, String client) {
        return """
               {"partnerId":"%s","client":{"organisation":"%s","country":"DE","contactName":"Mia Lang",
                "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                .formatted(partnerId, client);
    }

    private static void put(String path, String body) {
        Answer put = service.request("PUT", "/api/sla/" + path, body);
        assertThat(put.status()).as(put.body()).isEqualTo(201);
    }

    private static void keep(String id, String status, Tier tier, String zone) {
        service.context()
                .getBean(KnownPartners.class)
                .keep(new KnownPartner(id, "Partner", status, tier, "REFERRAL", "DE", zone, 1));
    }
}
