package io.entente.referral.attribution;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** A partner asks whether a client is free, and a waiting challenger gets the client at the moment of expiry. */
class ClientChecksIT {

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));

    private static RunningService service;

    @BeforeAll
    static void start() {
        // The sweep of attribution never runs, so what is seen doesn't depend on it.
        service = RunningService.start(
                ReferralServiceApplication.service().initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> CLOCK)),
                "--entente.referral.attribution.sweep-interval=1h");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String id : new String[] {"par_a", "par_b", "par_c", "par_d", "par_e"}) {
            partners.keep(new KnownPartner(id, "Partner " + id, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_client_is_free_taken_or_ones_own_and_nobody_is_named() {
        String domain = domain();
        assertThat(answer(check("par_a", domain, false))).isEqualTo("FREE");
        String referral = submitDomain("par_b", domain).json().path("id").asString();

        Answer taken = check("par_a", domain, false);

        assertThat(answer(taken)).isEqualTo("TAKEN");
        assertThat(taken.body()).doesNotContain("par_b", referral);
        assertThat(answer(check("par_b", domain, false))).isEqualTo("OWN");
        String id = taken.json().path("id").asString();
        assertThat(service.get("/api/client-checks/" + id).json().path("answer").asString())
                .isEqualTo("TAKEN");
        assertThat(service.request("GET", "/api/client-checks/" + id, null, asPartner("par_b"))
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/api/client-checks?partnerId=par_a&limit=200").body())
                .contains(id);
    }

    @Test
    void the_registrable_domain_of_an_address_of_a_page_or_of_a_mail_is_asked_for() {
        String domain = domain();
        submitDomain("par_b", domain);

        for (String written : List.of("https://shop." + domain + "/about?x=1", "Mia Lang <mia@eu." + domain + ">")) {
            Answer asked = ask("par_e", written);

            assertThat(asked.json().path("domain").asString()).isEqualTo(domain);
            assertThat(answer(asked)).isEqualTo("TAKEN");
        }
    }

    @Test
    void a_public_suffix_and_an_unknown_partner_are_refused_instead_of_being_told_that_the_client_is_free() {
        for (String text : List.of("co.uk", "https://github.io/", "acme", "192.168.0.1")) {
            Answer refused = ask("par_e", text);

            assertThat(refused.status()).as(text).isEqualTo(400);
            assertThat(refused.json().path("errors").get(0).path("field").asString())
                    .isEqualTo("domain");
            assertThat(refused.body()).contains("must be an Internet domain such as brightwater.example", "co.uk");
        }
        Answer stranger = service.post("/api/client-checks", "{\"partnerId\":\"par_nobody\",\"organisation\":\"X Y\"}");
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body()).contains("par_nobody isn't a known partner of the program");
    }

    private Answer ask(String partner, String domain) {
        return service.post(
                "/api/client-checks",
                "{\"partnerId\":\"%s\",\"organisation\":\"X Y\",\"domain\":\"%s\"}".formatted(partner, domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLIED", "DECLINED", "PAUSED", "INACTIVE"})
    void only_an_active_partner_asks_about_clients_and_holds_them(String status) {
        String partner = "par_" + status.toLowerCase(Locale.ROOT);
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        partners.keep(new KnownPartner(partner, partner, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        String early = "{\"organisation\":\"Early %s\"}".formatted(domain());
        Answer first = service.post("/api/client-checks", early, asPartner(partner), "Idempotency-Key: early");
        partners.keep(new KnownPartner(partner, partner, status, Tier.ACTIVE, "REFERRAL", "MY", 2));
        String domain = domain();

        for (boolean hold : new boolean[] {false, true}) {
            String body =
                    "{\"organisation\":\"Client %s\",\"domain\":\"%s\",\"hold\":%s}".formatted(domain, domain, hold);
            for (Answer refused : List.of(
                    service.post("/api/client-checks", body, asPartner(partner)), check(partner, domain, hold))) {
                assertThat(refused.status()).as(refused.body()).isEqualTo(422);
                assertThat(refused.body())
                        .contains("is a partner that is " + status, "Only an ACTIVE partner can ask about clients.");
            }
        }

        assertThat(submitDomain("par_b", domain).status()).as("nothing is held").isEqualTo(201);
        assertThat(service.post("/api/client-checks", early, asPartner(partner), "Idempotency-Key: early")
                        .body())
                .as("a repeated request gets its first answer")
                .isEqualTo(first.body());
    }

    @Test
    void a_similar_name_is_answered_as_similar() {
        String name = "Quintessential Harbour Dredging " + CLIENTS.incrementAndGet();
        service.post("/api/referrals", referral("par_b", name, null));

        Answer similar = service.post(
                "/api/client-checks",
                "{\"partnerId\":\"par_c\",\"organisation\":\"%s\",\"country\":\"SG\"}"
                        .formatted(name.replace("Dredging", "Dredgings")));

        assertThat(answer(similar)).as(similar.body()).isEqualTo("SIMILAR");
    }

    @Test
    void a_client_whose_name_is_like_one_that_is_only_held_is_similar_as_its_submission_would_be_in_conflict() {
        int number = CLIENTS.incrementAndGet();
        assertThat(answer(ask("par_a", "Polar Licht Werke " + number, true))).isEqualTo("FREE");

        Answer similar = ask("par_b", "Polarlicht Werke " + number, true);

        assertThat(answer(similar)).isEqualTo("SIMILAR");
        assertThat(similar.json().path("heldUntil").isMissingNode()).isTrue();
        assertThat(answer(ask("par_a", "Polarlicht Werke " + number, false)))
                .as("the partner's own hold")
                .isEqualTo("FREE");
        String early = service.post("/api/referrals", referral("par_b", "Polarlicht Werke " + number, null))
                .json()
                .path("id")
                .asString();
        service.post("/api/referrals", referral("par_a", "Polar Licht Werke " + number, null));
        await().untilAsserted(() -> assertThat(status(early)).isEqualTo("CONFLICTED"));
        assertThat(service.get("/api/conflicts?status=OPEN&partnerId=par_a&limit=200")
                        .body())
                .as("the names as they were written")
                .contains("\"Polar Licht Werke " + number, "\"Polarlicht Werke " + number);
    }

    @Test
    void a_client_that_is_similar_to_one_of_the_partners_own_is_answered_with_own() {
        String number = domain().replaceAll("[^0-9]", "");
        service.post("/api/referrals", referral("par_a", "Morgen Stern Verlag " + number, null));

        Answer own = ask("par_a", "Morgenstern Verlag " + number, true);

        assertThat(answer(own)).isEqualTo("OWN");
        assertThat(own.json().path("heldUntil").isMissingNode()).isTrue();
        assertThat(answer(ask("par_b", "Morgenstern Verlag " + number, false))).isEqualTo("SIMILAR");
        assertThat(service.get("/api/client-checks/export?partnerId=par_b").body())
                .contains(",par_b,Morgenstern Verlag " + number + ",,SG,SIMILAR,")
                .doesNotContain("par_a");
    }

    private static Answer ask(String partner, String organisation, boolean hold) {
        return service.post(
                "/api/client-checks",
                "{\"partnerId\":\"%s\",\"organisation\":\"%s\",\"country\":\"SG\",\"hold\":%s}"
                        .formatted(partner, organisation, hold));
    }

    @Test
    void a_client_that_is_held_can_be_claimed_by_its_partner_only_for_an_hour() {
        String domain = domain();
        Answer held = check("par_a", domain, true);
        assertThat(held.json().path("heldUntil").asString())
                .isEqualTo(CLOCK.instant().plus(Duration.ofHours(1)).toString());

        assertThat(answer(check("par_b", domain, false))).isEqualTo("TAKEN");
        Answer refused = submitDomain("par_b", domain);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("is held for another partner until").doesNotContain("par_a");
        assertThat(submitDomain("par_a", domain).json().path("status").asString())
                .isEqualTo("SUBMITTED");
        assertThat(submitDomain("par_b", domain).json().path("status").asString())
                .as("the holder's referral is the first now")
                .isEqualTo("CONFLICTED");
    }

    /** What is known of a client when it is held, when another partner introduces it, and when its own partner does. */
    @ParameterizedTest
    @CsvSource({
        "name,   all,    all",
        "name,   domain, country",
        "name,   all,    name",
        "all,    name,   all",
        "domain, name,   country",
        "country, all,   domain"
    })
    void whoever_has_held_a_client_goes_first_whatever_was_known_of_it_at_that_time(
            String held, String other, String own) {
        int number = CLIENTS.incrementAndGet();
        String partner = "par_h" + number;
        service.context()
                .getBean(KnownPartners.class)
                .keep(new KnownPartner(partner, partner, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        Answer hold = service.post(
                "/api/client-checks",
                "{\"partnerId\":\"%s\",%s,\"hold\":true}".formatted(partner, client(held, number)));
        assertThat(answer(hold)).isEqualTo("FREE");
        assertThat(hold.json().path("holdCovers").asString())
                .contains("also if it has further details such as a domain");
        CLOCK.move(Duration.ofMinutes(5));

        JsonNode early = submit("par_b", client(other, number)).json();
        JsonNode first = submit(partner, client(own, number)).json();

        assertThat(early.path("status").asString()).as(early.toString()).isEqualTo("SUBMITTED");
        assertThat(first.path("status").asString()).as(first.toString()).isEqualTo("SUBMITTED");
        await().untilAsserted(
                        () -> assertThat(status(early.path("id").asString())).isEqualTo("CONFLICTED"));
        assertThat(status(first.path("id").asString())).isEqualTo("SUBMITTED");
        assertThat(service.get("/api/conflicts?status=OPEN&partnerId=" + partner)
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(conflict -> assertThat(
                                conflict.path("holder").path("referralId").asString())
                        .isEqualTo(first.path("id").asString()));
    }

    private static String client(String details, int number) {
        String name = "\"organisation\":\"Kranwerk Brake %d\"".formatted(number);
        String domain = ",\"domain\":\"kranwerk-%d.example\"".formatted(number);
        String country = ",\"country\":\"DE\"";
        return switch (details) {
            case "name" -> name;
            case "domain" -> name + domain;
            case "country" -> name + country;
            default -> name + domain + country;
        };
    }

    private static Answer submit(String partner, String client) {
        return service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{%s,"contactName":"Mia Lang","contactPhone":"+65 12 345"},
                 "service":"Data platform"}"""
                        .formatted(partner, client));
    }

    @Test
    void a_client_that_is_held_by_its_name_is_similar_if_another_partner_asks_for_it_with_its_domain() {
        int number = CLIENTS.incrementAndGet();
        assertThat(answer(ask("par_e", "Hafenkontor Brake " + number, true))).isEqualTo("FREE");

        Answer asked = service.post(
                "/api/client-checks",
                "{\"partnerId\":\"par_b\",\"organisation\":\"Hafenkontor Brake %d\",\"domain\":\"hafenkontor-%d.example\",\"hold\":true}"
                        .formatted(number, number));

        assertThat(answer(asked)).isEqualTo("SIMILAR");
        assertThat(asked.json().has("heldUntil")).isFalse();
        assertThat(asked.json().has("holdCovers")).isFalse();
    }

    @Test
    void initials_are_similar_even_if_the_partner_leaves_out_the_country() {
        assertThat(submit("par_a", "\"organisation\":\"Quayside Orchard Zeppelins\",\"country\":\"SG\"")
                        .status())
                .isEqualTo(201);

        Answer asked = service.post("/api/client-checks", "{\"partnerId\":\"par_b\",\"organisation\":\"QOZ\"}");
        Answer elsewhere = service.post(
                "/api/client-checks", "{\"partnerId\":\"par_b\",\"organisation\":\"QOZ\",\"country\":\"BR\"}");

        assertThat(answer(asked)).as(asked.body()).isEqualTo("SIMILAR");
        assertThat(answer(elsewhere)).as(elsewhere.body()).isEqualTo("FREE");
    }

    @Test
    void questions_are_searched_filtered_sorted_and_exported() {
        service.context()
                .getBean(KnownPartners.class)
                .keep(new KnownPartner("par_list", "List", "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        Instant start = CLOCK.instant();
        ask("par_list", "Lüneburger Salzkontor", false);
        CLOCK.move(Duration.ofMinutes(1));
        ask("par_list", "Ilmenau Werft", true);
        CLOCK.move(Duration.ofMinutes(1));
        ask("par_list", "Salzwerk Ilmenau", false);

        assertThat(listed("")).containsExactly("Lüneburger Salzkontor", "Ilmenau Werft", "Salzwerk Ilmenau");
        assertThat(listed("&q=salz&order=desc")).containsExactly("Salzwerk Ilmenau", "Lüneburger Salzkontor");
        assertThat(listed("&q=luneburger")).containsExactly("Lüneburger Salzkontor");
        assertThat(listed("&held=true")).containsExactly("Ilmenau Werft");
        assertThat(listed("&answer=TAKEN")).isEmpty();
        assertThat(listed("&answer=FREE&answer=TAKEN&q=ilmenau")).hasSize(2);
        assertThat(listed("&from=" + start.plusSeconds(60) + "&to=" + start.plusSeconds(120)))
                .containsExactly("Ilmenau Werft");
        assertThat(service.get("/api/client-checks?partnerId=par_list&answer=MAYBE")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/client-checks?partnerId=par_list&sort=answer")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/client-checks?partnerId=par_list&client=salz")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/client-checks/export?partnerId=par_list&q=salz&order=desc")
                        .body()
                        .lines()
                        .skip(1))
                .hasSize(2)
                .first()
                .asString()
                .contains("Salzwerk Ilmenau,,SG,FREE,");
    }

    /** Reads the list in pages of two. */
    private static List<String> listed(String parameters) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/client-checks?limit=2&partnerId=par_list" + parameters + cursor)
                    .json();
            page.path("items")
                    .forEach(item -> names.add(item.path("organisation").asString()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return names;
    }

    @Test
    void a_hold_ends_after_an_hour_and_is_not_renewed_on_the_same_day() {
        String domain = domain();
        check("par_c", domain, true);

        CLOCK.move(Duration.ofMinutes(61));

        assertThat(answer(check("par_b", domain, false))).isEqualTo("FREE");
        assertThat(check("par_c", domain, true).status()).isEqualTo(409);
        assertThat(submitDomain("par_b", domain).json().path("status").asString())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void a_partner_that_has_submitted_its_referral_is_told_so_also_if_it_asks_for_another_hold() {
        String domain = domain();
        check("par_c", domain, true);
        submitDomain("par_c", domain);

        Answer again = check("par_c", domain, true);

        assertThat(answer(again)).as(again.body()).isEqualTo("OWN");
        assertThat(again.json().has("heldUntil")).isFalse();
    }

    @Test
    void a_partner_asks_twenty_times_per_hour_and_a_repeated_request_gets_its_first_answer() {
        CLOCK.move(Duration.ofHours(2));
        String body = "{\"organisation\":\"Limited %d\"}";
        String partner = asPartner("par_d");
        Answer first = service.post("/api/client-checks", body.formatted(0), partner, "Idempotency-Key: k-1");
        for (int i = 1; i < 20; i++) {
            assertThat(service.post("/api/client-checks", body.formatted(i), partner)
                            .status())
                    .isEqualTo(201);
        }

        Answer refused = service.post("/api/client-checks", body.formatted(20), partner);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        Answer again = service.post("/api/client-checks", body.formatted(0), partner, "Idempotency-Key: k-1");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(service.post("/api/client-checks", body.formatted(9), partner, "Idempotency-Key: k-1")
                        .status())
                .isEqualTo(422);
        assertThat(service.post("/api/client-checks", "{\"partnerId\":\"par_a\",\"organisation\":\"X Y\"}", partner)
                        .status())
                .isEqualTo(422);
        CLOCK.move(Duration.ofHours(1));
        assertThat(service.post("/api/client-checks", body.formatted(21), partner)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_waiting_challenger_gets_the_client_at_the_moment_of_expiry_and_a_newcomer_does_not() {
        String domain = domain();
        String holder = submitDomain("par_a", domain).json().path("id").asString();
        service.post("/api/referrals/%s/accept".formatted(holder), "");
        String challenger = submitDomain("par_b", domain).json().path("id").asString();
        assertThat(status(challenger)).isEqualTo("CONFLICTED");
        Instant until = Instant.parse(service.get("/api/referrals/" + holder)
                .json()
                .path("protectedUntil")
                .asString());
        CLOCK.moveTo(until.plusMillis(1));

        assertThat(answer(check("par_e", domain, true)))
                .as("a challenger waits")
                .isEqualTo("TAKEN");
        assertThat(answer(check("par_b", domain, false))).as("the challenger").isEqualTo("OWN");
        JsonNode newcomer = submitDomain("par_e", domain).json();

        assertThat(newcomer.path("status").asString()).isEqualTo("CONFLICTED");
        JsonNode conflict = service.get("/api/conflicts?status=OPEN&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(newcomer.path("id").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(conflict.toString()).contains(challenger).doesNotContain(holder);
        service.context().getBean(Attribution.class).sweep();
        await().untilAsserted(() -> assertThat(status(challenger)).isEqualTo("UNDER_REVIEW"));
        assertThat(status(holder)).isEqualTo("EXPIRED");
        assertThat(status(newcomer.path("id").asString())).isEqualTo("CONFLICTED");
    }

    private static String domain() {
        return "checked-%d.example".formatted(CLIENTS.incrementAndGet());
    }

    private static Answer check(String partner, String domain, boolean hold) {
        return service.post(
                "/api/client-checks",
                "{\"partnerId\":\"%s\",\"organisation\":\"Client %s\",\"domain\":\"%s\",\"hold\":%s}"
                        .formatted(partner, domain, domain, hold));
    }

    private static String answer(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("answer").asString();
    }

    private static Answer submitDomain(String partner, String domain) {
        return service.post("/api/referrals", referral(partner, "Client " + domain, domain));
    }

    private static String referral(String partner, String organisation, String domain) {
        String site = domain == null ? "" : "\"domain\":\"%s\",".formatted(domain);
        return """
                {"partnerId":"%s","client":{"organisation":"%s",%s"country":"SG","contactName":"Mia Lang",
                 "contactPhone":"+65 12 345"},"service":"Data platform"}"""
                .formatted(partner, organisation, site);
    }

    private static String status(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }
}
