package io.entente.referral.sla;

import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessTime;
import io.entente.servers.TestServers.Isolated;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The clocks over HTTP and Kafka, with two instances that both sweep and whose clocks differ by ten minutes. Tests only move time
 * forward, and only look at their own referrals.
 */
class SlaIT {

    private static final Duration APART = Duration.ofMinutes(10);
    private static final String SWEEP_OFTEN = "--entente.referral.sla.sweep-interval=100ms";
    private static final String COUNT_OFTEN = "--entente.referral.sla.count-interval=200ms";

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static final MovableClock AHEAD = new MovableClock(CLOCK.instant().plus(APART));

    private static RunningService service;
    private static RunningService other;

    @BeforeAll
    static void start() {
        Isolated servers = ClockedService.servers();
        service = ClockedService.start(servers, CLOCK, SWEEP_OFTEN, COUNT_OFTEN);
        other = ClockedService.start(servers, AHEAD, SWEEP_OFTEN);
    }

    @AfterAll
    static void stop() {
        other.close();
        service.close();
    }

    @Test
    void two_instances_ten_minutes_apart_publish_each_event_once() {
        List<String> referrals = ClockedService.submit(service, 25);
        Instant start = CLOCK.instant();
        for (int hour = 0; hour < 50; hour += 2) {
            move(Duration.ofHours(2));
        }

        List<PublishedRecord> told = awaitTold(referrals, 5 * referrals.size());

        assertThat(told).hasSize(5 * referrals.size());
        for (String referral : referrals) {
            List<PublishedRecord> its = told.stream()
                    .filter(event -> event.subject().equals(referral))
                    .toList();
            assertThat(its).extracting(SlaIT::milestone).containsExactly("50", "80", "breach", "1", "2");
            assertThat(its).extracting(PublishedRecord::sequence).containsExactly(2L, 3L, 4L, 5L, 6L);
            assertThat(its.get(4).data().path("escalatedTo").asString()).isEqualTo("role:ops");
            assertThat(its.get(2).data().path("occurredAt").asString())
                    .isEqualTo(its.get(2).data().path("dueAt").asString());
        }
        assertThat(told).extracting(PublishedRecord::key).containsOnly(ClockedService.partner(Tier.ACTIVE));
        told.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(service.get("/api/referrals/" + referrals.get(0) + "/timeline")
                        .body())
                .contains("sla-breached", start.plus(Duration.ofHours(24)).toString());
        assertThat(service.get("/actuator/prometheus").body()
                        + other.get("/actuator/prometheus").body())
                .containsPattern("sla_breaches_total\\{[^}]*kind=\"RESPONSE\"[^}]*} [1-9]")
                .contains("sla_sweep_due", "entente_sweep_duration_seconds_count", "sla_clocks");
    }

    @Test
    void a_clock_that_waits_for_the_partner_is_not_breached() {
        String id = ClockedService.submit(service, Tier.REFERRAL_NETWORK, "INBOUND");
        post(id, "request-information", "{\"questions\":[\"Who owns the budget?\"]}");
        assertThat(clocks("?owner=role:account-manager&state=PAUSED", id)).hasSize(1);
        assertThat(clocks("?owner=account-manager&state=PAUSED", id)).hasSize(1);
        String partner = "partner:" + ClockedService.partner(Tier.REFERRAL_NETWORK);
        assertThat(clocks("?kind=PARTNER_FOLLOW_UP&owner=" + partner, id))
                .as("what is due to the partner, and by when")
                .singleElement()
                .satisfies(clock -> assertThat(clock.path("dueAt").asString())
                        .isEqualTo(service.get("/api/referrals/" + id)
                                .json()
                                .path("inquiries")
                                .path(0)
                                .path("answerDueAt")
                                .asString()));
        move(Duration.ofDays(30));
        JsonNode answered = post(id, "provide-information", "{\"answers\":[\"She does\"]}");

        Instant due = Instant.parse(answered.path("responseDueAt").asString());

        assertThat(due).isEqualTo(CLOCK.instant().plus(Duration.ofHours(48)));
        move(Duration.ofHours(47));
        post(id, "accept", "");
        List<PublishedRecord> told = awaitTold(List.of(id), 8);
        assertThat(of("RESPONSE", told)).extracting(SlaIT::milestone).containsExactly("50", "80", "met");
        assertThat(of("PARTNER_FOLLOW_UP", told))
                .extracting(SlaIT::milestone)
                .as("the partner is reminded, and then the owner")
                .containsExactly("30", "70", "breach", "1", "2");
    }

    private static List<PublishedRecord> of(String clock, List<PublishedRecord> told) {
        return told.stream()
                .filter(record -> record.data().path("clock").asString().equals(clock))
                .toList();
    }

    @Test
    void an_escalation_goes_to_the_person_who_has_the_role_for_the_partner_at_that_time() {
        String id = ClockedService.submit(service, Tier.REFERRAL_NETWORK, "INBOUND");
        move(Duration.ofHours(49));
        for (RunningService each : List.of(service, other)) {
            each.context()
                    .getBean(KnownPartners.class)
                    .keep(new KnownPartner(
                            ClockedService.partner(Tier.REFERRAL_NETWORK),
                            "Partner",
                            "ACTIVE",
                            Tier.REFERRAL_NETWORK,
                            "REFERRAL",
                            "MY",
                            "Asia/Kuala_Lumpur",
                            2,
                            Map.of("partner-manager", "user:u-17")));
        }
        await().until(() -> other.context()
                .getBean(KnownPartners.class)
                .find(ClockedService.partner(Tier.REFERRAL_NETWORK))
                .filter(partner -> partner.version() == 2)
                .isPresent());
        move(Duration.ofHours(5));
        await().until(() -> clocks("?owner=user:u-17", id).size() == 1);
        assertThat(service.get("/api/referrals?owner=user:u-17").body()).contains(id);
        move(Duration.ofHours(25));
        await().until(() -> clocks("?owner=user:u-17", id).isEmpty());
        assertThat(service.get("/api/referrals?owner=user:u-17").body()).doesNotContain(id);

        List<PublishedRecord> told = awaitTold(List.of(id), 5);

        assertThat(told).extracting(SlaIT::milestone).containsExactly("50", "80", "breach", "1", "2");
        assertThat(told.subList(3, 5))
                .extracting(event -> event.data().path("escalatedTo").asString())
                .containsExactly("user:u-17", "role:ops");
        told.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
    }

    @Test
    void an_escalated_promise_goes_to_the_new_person_of_the_team() {
        String partner = "par_team";
        team(partner, 1, "user:u-17");
        String id = ClockedService.submitFor(service, partner, "INBOUND");
        move(Duration.ofHours(29));
        assertThat(awaitTold(List.of(id), 4)).extracting(SlaIT::milestone).contains("1");

        team(partner, 2, "user:u-18");

        PublishedRecord last = awaitTold(List.of(id), 5).get(4);
        assertThat(last.type()).isEqualTo("referral.sla-handed-over.v1");
        Contracts.assertMatches(last.type(), last.text());
        assertThat(last.data().path("person").asString()).isEqualTo("user:u-18");
        assertThat(last.data().path("previousPerson").asString()).isEqualTo("user:u-17");
        assertThat(clocks("?owner=user:u-18&state=BREACHED", id)).hasSize(1);
        assertThat(clocks("?owner=user:u-17&state=BREACHED", id)).isEmpty();
    }

    private static void team(String partner, long version, String person) {
        String profile =
                """
                {"partnerId":"%s","name":"Team partner","status":"ACTIVE","tier":"ACTIVE","model":"REFERRAL","locale":"en",
                 "timeZone":"UTC","country":"MY","contacts":[],"version":%d,"updatedAt":"2026-03-02T09:00:00Z",
                 "team":[{"role":"partner-manager","person":"%s"}]}"""
                        .formatted(partner, version, person);
        service.publish("partner.profiles", "partner.profile.v1", partner, version, partner, profile);
        await().until(() -> service.context()
                .getBean(KnownPartners.class)
                .find(partner)
                .filter(known -> known.version() == version)
                .isPresent());
    }

    @Test
    void a_new_policy_and_calendar_apply_to_new_clocks_only() {
        String before = ClockedService.submit(service, Tier.STRATEGIC, "INBOUND");
        assertThat(put("calendars/berlin", CALENDAR).status()).isEqualTo(201);
        assertThat(put("calendars/berlin", CALENDAR).status()).isEqualTo(200);
        Answer first = put("policies/strategic-response", POLICY.formatted("PT4H", "berlin"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(put("policies/strategic-response", POLICY.formatted("PT4H", "berlin"))
                        .status())
                .isEqualTo(200);

        String after = ClockedService.submit(service, Tier.STRATEGIC, "INBOUND");

        assertThat(clock(before).path("policy").path("code").asString()).isEqualTo("inbound-response");
        assertThat(clock(after).path("policy").path("code").asString()).isEqualTo("strategic-response");
        BusinessTime office = new BusinessTime(SlaMother.officeHours("Europe/Berlin", "DE", "be"), SlaMother.JOLLYDAY);
        assertThat(Instant.parse(clock(after).path("dueAt").asString()))
                .isEqualTo(office.plus(CLOCK.instant(), Duration.ofHours(4)));
        Answer second = service.request(
                "PUT", "/api/sla/policies/strategic-response", POLICY.formatted("PT2H", "berlin"), "If-Match: \"1\"");
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(service.get("/api/sla/policies/strategic-response?version=1")
                        .json()
                        .path("within")
                        .asString())
                .isEqualTo("PT4H");
        assertThat(service.request(
                                "PUT",
                                "/api/sla/policies/strategic-response",
                                POLICY.formatted("PT1H", "berlin"),
                                "If-Match: \"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(clock(after).path("policy").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void every_invalid_field_of_a_policy_or_a_calendar_is_named() {
        assertThat(
                        fields(
                                put(
                                        "policies/x",
                                        """
                        {"kind":"LUNCH","direction":"INBOUND","tiers":["GOLD"],"within":"soon","reminders":[0,120],
                         "owner":"The Boss","escalations":[{"after":"PT1H"}],"bonus":1}""")))
                .contains("kind", "tiers[0]", "within", "reminders[0]", "reminders[1]", "owner", "bonus")
                .anyMatch(field -> field.startsWith("escalations[0]"));
        assertThat(fields(put("policies/x", POLICY.formatted("PT0S", "berlin"))))
                .containsExactly("within");
        assertThat(fields(put("policies/x", POLICY.formatted("PT1H", "nowhere"))))
                .containsExactly("calendar");
        assertThat(fields(put("policies/BAD%20CODE", POLICY.formatted("PT1H", "office"))))
                .containsExactly("code");
        assertThat(fields(put("calendars/x", "{\"zone\":\"Mars\",\"hours\":[],\"country\":\"XX\"}")))
                .containsExactlyInAnyOrder("zone", "hours", "country");
        assertThat(
                        fields(
                                put(
                                        "calendars/x",
                                        """
                        {"zone":"UTC","country":"KP","hours":[{"days":["MONDAY"],"opens":"17:00","closes":"09:00"}]}""")))
                .containsExactlyInAnyOrder("hours[0].closes", "country");
        assertThat(service.get("/api/sla/policies/nothing").status()).isEqualTo(404);
        assertThat(fields(service.get("/api/sla/clocks?state=LATE"))).containsExactly("state");
        assertThat(fields(service.get("/api/sla/clocks?cursor=bm8"))).containsExactly("cursor");
        assertThat(fields(service.get("/api/sla/summary?zone=Mars"))).containsExactly("zone");
    }

    @Test
    void clocks_are_listed_page_by_page_soonest_due_first() {
        List<String> mine = new ArrayList<>(ClockedService.submit(service, 3));
        mine.add(ClockedService.submit(service, Tier.REFERRAL_NETWORK, "INBOUND"));
        mine.add(ClockedService.submit(service, Tier.ACTIVE, "OUTBOUND"));
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/sla/clocks?kind=RESPONSE&limit=2" + cursor)
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(all).extracting(clock -> clock.path("dueAt").asString()).isSorted();
        assertThat(all)
                .extracting(clock -> clock.path("referralId").asString())
                .doesNotHaveDuplicates()
                .containsAll(mine);
        Instant inTwoDays = CLOCK.instant().plus(Duration.ofHours(47));
        assertThat(referrals(clocks("?dueBefore=" + inTwoDays + "&state=RUNNING&kind=RESPONSE")))
                .containsAll(mine.subList(0, 3))
                .doesNotContain(mine.get(3), mine.get(4));
        assertThat(referrals(clocks("?owner=partner:" + ClockedService.partner(Tier.ACTIVE))))
                .contains(mine.get(4))
                .doesNotContain(mine.get(0));
    }

    @Test
    void the_summary_counts_kept_promises_and_measures_response_times() {
        move(Duration.ofDays(400));
        Instant from = CLOCK.instant();
        List<String> referrals = ClockedService.submit(service, 4);
        for (int i = 0; i < 3; i++) {
            move(Duration.ofHours(4));
            post(referrals.get(i), "accept", "");
        }
        move(Duration.ofHours(18));
        post(referrals.get(3), "decline", "{\"reasonCode\":\"NO_FIT\"}");
        move(Duration.ofMinutes(1));

        JsonNode summary = service.get("/api/sla/summary?from=" + from).json();

        assertThat(summary.path("kept").path("RESPONSE").path("met").asInt()).isEqualTo(3);
        assertThat(summary.path("kept").path("RESPONSE").path("breached").asInt())
                .isEqualTo(1);
        assertThat(summary.path("kept").path("RESPONSE").path("metRate").asDouble())
                .isEqualTo(0.75);
        assertThat(summary.path("medianResponse").asString()).isEqualTo("PT8H");
        assertThat(summary.path("p90Response").asString()).isEqualTo("PT30H");
        assertThat(summary.path("open").path("FIRST_MEETING").path("RUNNING").asInt())
                .isEqualTo(3);
        assertThat(referrals(clocks("?state=MET&kind=RESPONSE"))).containsAll(referrals.subList(0, 3));
        assertThat(referrals(clocks("?state=BREACHED&kind=RESPONSE"))).contains(referrals.get(3));
        // Three calls are owed within a week, the first of them in 138 hours, so none is due today.
        assertThat(summary.path("dueToday").asInt()).isZero();
        move(Duration.ofHours(137));
        assertThat(service.get("/api/sla/summary").json().path("dueToday").asInt())
                .isPositive();
        post(referrals.get(0), "lose", "{\"reasonCode\":\"BUDGET\"}");
        assertThat(referrals(clocks("?state=CANCELLED&kind=FIRST_MEETING"))).contains(referrals.get(0));
        move(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(
                        service.get("/actuator/prometheus").body())
                .containsPattern("sla_clocks\\{[^}]*kind=\"FIRST_MEETING\"[^}]*state=\"CANCELLED\"[^}]*} [1-9]")
                .containsPattern("sla_clocks\\{[^}]*kind=\"NEXT_UPDATE\"[^}]*state=\"MET\"[^}]*} [1-9]"));
    }

    private static final String CALENDAR =
            """
            {"zone":"Europe/Berlin","country":"DE","region":"be",
             "hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"opens":"09:00","closes":"17:00"}]}""";
    private static final String POLICY =
            """
            {"kind":"RESPONSE","direction":"INBOUND","tiers":["STRATEGIC"],"within":"%s","calendar":"%s",
             "reminders":[50,80],"owner":"account-manager","escalations":[{"after":"PT1H","to":"ops"}]}""";

    /** Moves the clocks of both instances, one of which is ten minutes ahead of the other. */
    private static void move(Duration by) {
        CLOCK.move(by);
        AHEAD.move(by);
    }

    private static List<PublishedRecord> awaitTold(List<String> referrals, int count) {
        return told(
                referrals,
                service.awaitRecords(
                        "referral.events", all -> told(referrals, all).size() >= count));
    }

    /** The events as a deduplicating consumer sees them, in the order of each referral. */
    private static List<PublishedRecord> told(List<String> referrals, List<PublishedRecord> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(event -> referrals.contains(event.subject())
                        && event.type().startsWith("referral.sla-")
                        && seen.add(event.envelope().id()))
                .toList();
    }

    private static String milestone(PublishedRecord event) {
        JsonNode data = event.data();
        return switch (event.type()) {
            case "referral.sla-reminder-due.v1" -> data.path("elapsedPercent").asString();
            case "referral.sla-escalated.v1" -> data.path("level").asString();
            case "referral.sla-met.v1" -> "met";
            default -> "breach";
        };
    }

    private static JsonNode post(String id, String command, String body) {
        Answer answer = service.post("/api/referrals/" + id + "/" + command, body, asPerson("u-17"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Answer put(String path, String body) {
        return service.request("PUT", "/api/sla/" + path, body);
    }

    private static JsonNode clock(String referral) {
        return clocks("?kind=RESPONSE", referral).get(0);
    }

    private static List<JsonNode> clocks(String query, String referral) {
        return clocks(query).stream()
                .filter(clock -> clock.path("referralId").asString().equals(referral))
                .toList();
    }

    private static List<JsonNode> clocks(String query) {
        JsonNode items =
                service.get("/api/sla/clocks" + query + "&limit=200").json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static List<String> referrals(List<JsonNode> clocks) {
        return clocks.stream().map(clock -> clock.path("referralId").asString()).toList();
    }

    private static List<String> fields(Answer refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }
}
