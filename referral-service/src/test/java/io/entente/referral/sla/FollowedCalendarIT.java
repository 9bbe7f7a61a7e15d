package io.entente.referral.sla;

import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.entente.referral.partners.Tier;
import io.entente.referral.sla.follow.FollowCalendars;
import io.entente.referral.sla.follow.Followings;
import io.entente.servers.TestServers.Isolated;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.MovableClock;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holidays that are entered while clocks run: Monday, 2 March 2026, 10:00 in Kuala Lumpur, with nine working hours to answer. */
class FollowedCalendarIT {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final String TUESDAY_AT_TEN = "2026-03-03T02:00:00Z";
    private static final String WEDNESDAY_AT_TEN = "2026-03-04T02:00:00Z";
    private static final String MOVED = "referral.sla-moved.v1";
    private static final String OFTEN = "--entente.referral.sla.follow-interval=100ms";
    private static final String NEVER = "--entente.referral.sla.follow-interval=1h";
    private static final String NO_SWEEP = "--entente.referral.sla.sweep-interval=1h";

    private static final String CALENDAR =
            """
            {"zone":"Asia/Kuala_Lumpur","country":"MY","region":"14","runningClocks":"%s",
             "hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"opens":"09:00","closes":"18:00"}]}""";
    private static final String POLICY =
            """
            {"kind":"RESPONSE","direction":"INBOUND","tiers":["%s"],"within":"PT9H","calendar":"%s",
             "reminders":[80],"owner":"account-manager"}""";
    private static final String HOLIDAY =
            ics("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260303\nSUMMARY:Cuti Peristiwa\nEND:VEVENT\n");

    @Test
    void running_clocks_follow_a_holiday_that_is_entered_later_and_the_list_says_which_moved() {
        MovableClock clock = new MovableClock(MONDAY);
        try (RunningService service = ClockedService.start(ClockedService.servers(), clock, OFTEN, NO_SWEEP)) {
            promise(service, "kl", "MOVE", Tier.ACTIVE);
            promise(service, "kept", "KEEP", Tier.STRATEGIC);
            List<String> moving = ClockedService.submit(service, 3);
            String kept = ClockedService.submit(service, Tier.STRATEGIC, "INBOUND");
            String wall = ClockedService.submit(service, Tier.REFERRAL_NETWORK, "INBOUND");

            JsonNode entered = put(service, "kl", HOLIDAY, 201);
            put(service, "kept", HOLIDAY, 201);
            clock.move(Duration.ofSeconds(3));

            List<PublishedRecord> told = moved(service, 3);
            assertThat(told).extracting(PublishedRecord::subject).containsExactlyInAnyOrderElementsOf(moving);
            for (PublishedRecord event : told) {
                Contracts.assertMatches(event.type(), event.text());
                assertThat(event.key()).isEqualTo(ClockedService.partner(Tier.ACTIVE));
                assertThat(event.data().path("clock").asString()).isEqualTo("RESPONSE");
                assertThat(event.data().path("previousDueAt").asString()).isEqualTo(TUESDAY_AT_TEN);
                assertThat(event.data().path("dueAt").asString()).isEqualTo(WEDNESDAY_AT_TEN);
                assertThat(event.data().path("calendar").toString()).isEqualTo("{\"code\":\"kl\",\"version\":2}");
            }
            assertThat(entered.path("version").asInt()).isEqualTo(2);
            assertThat(entered.path("runningClocks").asString()).isEqualTo("MOVE");
            assertThat(entered.path("holidays").toString())
                    .isEqualTo("[{\"on\":\"2026-03-03\",\"name\":\"Cuti Peristiwa\"}]");
            for (String referral : moving) {
                JsonNode seen = service.get("/api/referrals/" + referral).json();
                assertThat(seen.path("responseDueAt").asString()).isEqualTo(WEDNESDAY_AT_TEN);
            }
            assertThat(dueAt(service, kept)).isEqualTo(TUESDAY_AT_TEN);
            assertThat(dueAt(service, wall)).isEqualTo("2026-03-04T02:00:00Z");
            assertThat(service.get("/api/referrals/" + moving.get(0) + "/timeline")
                            .body())
                    .contains("sla-moved", TUESDAY_AT_TEN, WEDNESDAY_AT_TEN);
            assertTheListSaysWhich(service, moving);
        }
    }

    private static void assertTheListSaysWhich(RunningService service, List<String> moving) {
        await().until(() -> service.get("/api/sla/calendars/kl")
                .json()
                .path("following")
                .path("done")
                .asBoolean());
        JsonNode calendar = service.get("/api/sla/calendars/kl").json();
        assertThat(calendar.path("following").path("version").asInt()).isEqualTo(2);
        assertThat(calendar.path("following").path("examined").asInt()).isEqualTo(5);
        assertThat(calendar.path("holidaysKnownUntil").asString()).isEqualTo("2028-12-31");
        JsonNode first =
                service.get("/api/sla/calendars/kl/moved-clocks?limit=2").json();
        JsonNode second = service.get("/api/sla/calendars/kl/moved-clocks?version=2&limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(Stream.concat(items(first), items(second))
                        .map(item -> item.path("referralId").asString()))
                .containsExactlyElementsOf(moving.stream().sorted().toList());
        JsonNode its = first.path("items").get(0).path("clocks").get(0);
        assertThat(its.path("kind").asString()).isEqualTo("RESPONSE");
        assertThat(its.path("previousDueAt").asString()).isEqualTo(TUESDAY_AT_TEN);
        assertThat(its.path("dueAt").asString()).isEqualTo(WEDNESDAY_AT_TEN);
        assertThat(items(service.get("/api/sla/calendars/kept/moved-clocks").json()))
                .isEmpty();
        assertThat(items(service.get("/api/sla/calendars/kl/moved-clocks?version=1")
                        .json()))
                .isEmpty();
        assertThat(service.get("/api/sla/calendars/kl/moved-clocks?version=3").status())
                .isEqualTo(400);
    }

    @Test
    void another_instance_goes_on_after_a_crash_and_nothing_is_announced_twice() {
        MovableClock clock = new MovableClock(MONDAY);
        Isolated servers = ClockedService.servers();
        try (RunningService killed = ClockedService.start(servers, clock, NEVER, NO_SWEEP)) {
            promise(killed, "kl", "MOVE", Tier.ACTIVE);
            List<String> referrals = ClockedService.submit(killed, 5);
            put(killed, "kl", HOLIDAY, 201);
            clock.move(Duration.ofSeconds(3));
            assertThatThrownBy(() -> killedAfter(2, killed, clock).run(1_000)).isInstanceOf(Killed.class);
            assertThat(moved(killed, 2)).hasSize(2);

            try (RunningService next = ClockedService.start(servers, clock, OFTEN, NO_SWEEP)) {
                assertThat(moved(next, 5))
                        .extracting(PublishedRecord::subject)
                        .containsExactlyInAnyOrderElementsOf(referrals);
                await().until(() -> next.get("/api/sla/calendars/kl")
                        .json()
                        .path("following")
                        .path("done")
                        .asBoolean());
                next.mongo().remove(new org.springframework.data.mongodb.core.query.Query(), "sla_followed_calendars");
                next.context().getBean(FollowCalendars.class).run(1_000);
                killedAfter(100, next, clock).run(1_000);
                put(next, "kl", HOLIDAY, 200);
                move(next, clock, Duration.ofHours(9));
                next.context().getBean(SlaSweep.class).sweep(100);

                List<PublishedRecord> all = next.awaitRecords(
                        "referral.events",
                        events -> of(events, "referral.sla-reminder-due.v1").size() >= 5);
                assertThat(of(all, MOVED)).hasSize(5);
                assertThat(of(all, "referral.sla-breached.v1")).isEmpty();
            }
        }
    }

    @Test
    void bad_files_are_refused_with_the_line_or_the_event() {
        try (RunningService service =
                ClockedService.start(ClockedService.servers(), new MovableClock(MONDAY), NEVER, NO_SWEEP)) {
            promise(service, "kl", "KEEP", Tier.ACTIVE);

            JsonNode line = put(service, "kl", ics("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261340\nEND:VEVENT\n"), 400);
            JsonNode event = put(service, "kl", ics("BEGIN:VEVENT\nSUMMARY:Some day\nEND:VEVENT\n"), 400);

            assertThat(line.path("errors").get(0).path("field").asString()).isEqualTo("line 5");
            assertThat(event.path("errors").get(0).path("field").asString()).isEqualTo("event 1 (line 4)");
            assertThat(event.path("errors").get(0).path("message").asString()).isEqualTo("must have a DTSTART");
            put(service, "nowhere", HOLIDAY, 404);
            put(service, "kl", "x".repeat((1 << 20) + 1), 413);
            put(service, "kl?mode=SOMETIMES", HOLIDAY, 400);
            assertThat(service.request("PUT", "/api/sla/calendars/kl/holidays", "{}")
                            .status())
                    .isEqualTo(415);
            assertThat(send(service, "kl", HOLIDAY, asPartner("par_ACTIVE")).status())
                    .isEqualTo(403);
            assertThat(send(service, "kl", HOLIDAY, "If-Match: \"7\"").status()).isEqualTo(412);
            assertThat(service.get("/api/sla/calendars/kl")
                            .json()
                            .path("version")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static void move(RunningService service, MovableClock clock, Duration by) {
        clock.move(by);
        assertThat(service.get("/actuator/health").status()).isEqualTo(200);
    }

    private static void promise(RunningService service, String calendar, String running, Tier tier) {
        Answer stored = service.request("PUT", "/api/sla/calendars/" + calendar, CALENDAR.formatted(running));
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        Answer policy = service.request("PUT", "/api/sla/policies/" + calendar, POLICY.formatted(tier, calendar));
        assertThat(policy.status()).as(policy.body()).isEqualTo(201);
    }

    private static String dueAt(RunningService service, String referral) {
        return service.get("/api/referrals/" + referral)
                .json()
                .path("responseDueAt")
                .asString();
    }

    private static List<PublishedRecord> moved(RunningService service, int count) {
        return of(service.awaitRecords("referral.events", all -> of(all, MOVED).size() >= count), MOVED);
    }

    private static List<PublishedRecord> of(List<PublishedRecord> all, String type) {
        List<String> seen = new ArrayList<>();
        return all.stream()
                .filter(event ->
                        event.type().equals(type) && seen.add(event.envelope().id()))
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    /** Ends a run as a killed process does. */
    private static final class Killed extends Error {}

    private static FollowCalendars killedAfter(int count, RunningService service, MovableClock clock) {
        ClockedReferrals referrals = service.context().getBean(ClockedReferrals.class);
        List<String> done = new ArrayList<>();
        ClockedReferrals killing = new ClockedReferrals() {
            @Override
            public List<String> due(Instant now, int skip, int limit) {
                return referrals.due(now, skip, limit);
            }

            @Override
            public List<String> withOpenClock(String openKey, @Nullable String after, int limit) {
                return referrals.withOpenClock(openKey, after, limit);
            }

            @Override
            public List<SlaEvent> advance(String referralId, Instant now) {
                done.add(referralId);
                if (done.size() > count) {
                    throw new Killed();
                }
                return referrals.advance(referralId, now);
            }
        };
        return new FollowCalendars(
                service.context().getBean(SlaPolicies.class),
                killing,
                service.context().getBean(Followings.class),
                clock);
    }

    private static String ics(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Government//Holidays//EN\n" + events + "END:VCALENDAR\n";
    }

    private static JsonNode put(RunningService service, String calendar, String file, int status) {
        Answer answer = send(service, calendar, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static Answer send(RunningService service, String calendar, String file, String... headers) {
        String path = calendar.contains("?") ? calendar.replace("?", "/holidays?") : calendar + "/holidays";
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: text/calendar");
        return service.request("PUT", "/api/sla/calendars/" + path, file, all.toArray(String[]::new));
    }
}
