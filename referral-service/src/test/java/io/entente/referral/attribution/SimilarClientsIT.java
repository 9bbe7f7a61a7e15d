package io.entente.referral.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.MovableClock;
import io.entente.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimilarClientsIT {

    private static final int PARTNERS = 8;
    private static final int ROUNDS = 15;
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = AttributingService.start(CLOCK, PARTNERS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void clients_with_addresses_of_one_mail_provider_are_neither_refused_nor_in_conflict() {
        assertThat(status(submit("par_0", "Harbour Studio", "bigpond.com", "AU")))
                .isEqualTo("SUBMITTED");
        assertThat(status(submit("par_0", "Quayside Foods", "bigpond.com", "AU")))
                .isEqualTo("SUBMITTED");
        assertThat(status(submit("par_1", "Meridian Tools", "mail.bigpond.com", "AU")))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void without_a_key_to_sign_with_a_dispute_file_is_json_only() {
        submit("par_2", "Unsigned Mills", "unsigned-mills.example", "GB");
        String challenger = submit("par_3", "Unsigned Mills", "unsigned-mills.example", "GB");
        String file = "/api/conflicts/%s/dispute-file"
                .formatted(openConflictOf(challenger).path("id").asString());

        Answer refused = service.get(file + "/pdf");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Configure entente.referral.disputes.key-store");
        assertThat(service.get(file).json().path("parties")).hasSize(2);
    }

    @Test
    void a_subdomain_is_the_same_client_and_a_domain_under_one_suffix_is_not() {
        String holder = submit("par_0", "Tidewater", "tidewater.co.uk", "GB");

        String challenger = submit("par_1", "TW Shops", "shop.tidewater.co.uk", "GB");
        assertThat(status(challenger)).isEqualTo("CONFLICTED");
        JsonNode conflict = openConflictOf(challenger);
        assertThat(conflict.path("holder").path("referralId").asString()).isEqualTo(holder);
        assertThat(conflict.path("score").asString()).isEqualTo("1.00");
        assertThat(status(submit("par_2", "Elmfield", "elmfield.co.uk", "GB"))).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kühn Optik                      | Kuehn Optik GmbH                                      | DE",
                "Soerensen Byg                   | Sørensen Byg ApS                                      | DK",
                "Aase Fisk                       | Åse Fisk                                              | NO",
                "Pereira e Filhas Lda            | Pereira & Filhas                                      | PT",
                "騰訊科技有限公司                   | 腾讯科技                                               | CN",
                "Lindenhof GmbH                  | Lindenhof Gesellschaft mit beschränkter Haftung       | AT",
                "International Bakery Machines   | IBM                                                   | NZ",
                "QRS                             | Quality Roofing Services                              | NZ",
            })
    void a_spelling_of_a_claimed_name_is_found_in_the_store(String first, String second, String country) {
        submit("par_3", first, null, country);

        assertThat(status(submit("par_4", second, null, country))).isEqualTo("CONFLICTED");
    }

    @Test
    void of_similar_names_that_arrive_at_once_exactly_one_holds() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(PARTNERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                oneHolds(callers, 3 + round % (PARTNERS - 2));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void oneHolds(ExecutorService callers, int count) throws Exception {
        int number = CLIENTS.incrementAndGet();
        List<String> names = List.of(
                "Mühlbauer Werft " + number,
                "Muehlbauer Werft " + number,
                "Werft Mühlbauer " + number,
                "Mühlbauer Werft " + number + " GmbH",
                "Muhlbauer Werft " + number,
                "Mühlbauer-Werft " + number + " AG",
                "Werft Muehlbauer " + number,
                "Mühlbauer Werften " + number);
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String body = referral("par_" + i, names.get(i), null, "DE");
            requests.add(() -> service.post("/api/referrals", body));
        }
        List<String> referrals = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(requests)) {
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(201);
            referrals.add(answer.get().json().path("id").asString());
        }
        assertThat(holding(referrals)).as("holders right after the answers").isPositive();
        CLOCK.move(Duration.ofSeconds(31));
        await().until(() -> holding(referrals) == 1);
        assertThat(referrals.stream().filter(id -> status(id).equals("CONFLICTED")))
                .hasSize(count - 1)
                .allSatisfy(id ->
                        assertThat(openConflictOf(id).path("status").asString()).isEqualTo("OPEN"));
    }

    private static long holding(List<String> referrals) {
        return referrals.stream().filter(id -> status(id).equals("SUBMITTED")).count();
    }

    private static String submit(String partner, String organisation, String domain, String country) {
        CLOCK.move(Duration.ofMillis(1));
        Answer answer = service.post("/api/referrals", referral(partner, organisation, domain, country));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String referral(String partner, String organisation, String domain, String country) {
        return """
               {"partnerId":"%s","client":{"organisation":"%s",%s"country":"%s","contactName":"Aisyah Secret",
                "contactPhone":"+60 12 345"},"service":"Data platform"}"""
                .formatted(
                        partner, organisation, domain == null ? "" : "\"domain\":\"%s\",".formatted(domain), country);
    }

    private static String status(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }

    private static JsonNode openConflictOf(String challenger) {
        JsonNode open =
                service.get("/api/conflicts?status=OPEN&limit=200").json().path("items");
        return StreamSupport.stream(open.spliterator(), false)
                .filter(conflict -> conflict.path("challenger")
                        .path("referralId")
                        .asString()
                        .equals(challenger))
                .findFirst()
                .orElseThrow();
    }
}
