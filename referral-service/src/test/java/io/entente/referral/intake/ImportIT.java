package io.entente.referral.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.intake.web.ReferralFormTest;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.program.QualificationChecklist;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportIT {

    private static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\r\n";
    private static final String DEAL_CLOSED = "referral.deal-closed.v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.import-patience=0s");
        knows("Anna Snelling", "Moses Frase", "Twins", "Order One", "Order Two");
        publishProfile("par_twins_too", "TWINS");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        await().until(() -> partners.named("Twins").size() == 2);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_row_becomes_a_referral_in_its_state_or_a_named_reject() throws IOException {
        String file = HEADER
                + "f-1,Moses Frase,GTX Plus,Cancity,Won,2016-10-20,2017-03-01,1054\r\n"
                + "f-2, anna  SNELLING,GTX Pro,Isdom,Lost,2016-10-25,2017-03-11,0\r\n"
                + "f-3,Anna Snelling,MG,Ron-tech,Engaging,2016-10-29,,\r\n"
                + "f-4,Anna Snelling,MG,\"J, P and\nSons\",Prospecting,,,\r\n"
                + "f-5,Nobody,MG,Acme,Prospecting,,,\r\n"
                + "f-6,Twins,MG,Acme,Prospecting,,,\r\n"
                + "f-7,Moses Frase,MG,,Engaging,2016-10-29,,\r\n"
                + "f-1,Moses Frase,MG,Acme,Prospecting,,,\r\n"
                + "f-8,Moses Frase,MG,Acme,Won,,2017-03-01,0\r\n"
                + "f-9,Moses Frase,=1+1,Acme,Won,2016-10-20,2017-03-01\r\n"
                + "f-10,Moses Frase,MG,=cmd(),Nowhere,,,";

        JsonNode done = imported("faults.csv", ("\ufeff" + file).getBytes(UTF_8));

        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertTally(done, 11, 4, 0, 7);
        assertThat(done.path("fileName").asString()).isEqualTo("faults.csv");
        assertThat(stateOf("f-1")).isEqualTo("WON");
        assertThat(stateOf("f-2")).isEqualTo("LOST");
        assertThat(stateOf("f-3")).isEqualTo("CONTACTED");
        assertThat(stateOf("f-4")).isEqualTo("SUBMITTED");

        List<CSVRecord> rejects = rejects(done);
        assertThat(rejects)
                .extracting(row -> row.get("opportunity_id") + " " + row.get("line") + " " + row.get("field"))
                .containsExactly(
                        "f-5 7 sales_agent",
                        "f-6 8 sales_agent",
                        "f-7 9 account",
                        "f-1 10 opportunity_id",
                        "f-8 11 engage_date; close_value",
                        "f-9 12 row",
                        "f-10 13 deal_stage");
        assertThat(rejects.get(3).get("reason")).contains("line 2");
        assertThat(rejects.get(5).get("product")).isEqualTo("'=1+1");
        assertThat(rejects.get(6).get("account")).isEqualTo("'=cmd()");

        List<PublishedRecord> won = eventsOf("f-1");
        assertThat(won)
                .extracting(PublishedRecord::type)
                .as("the deal is an aggregate of its own, which may be published before its referral")
                .containsExactlyInAnyOrder(
                        "referral.referral-submitted.v1", "referral.referral-accepted.v1", DEAL_CLOSED);
        for (PublishedRecord event : List.of(won, eventsOf("f-2"), eventsOf("f-3"), eventsOf("f-4")).stream()
                .flatMap(List::stream)
                .toList()) {
            Contracts.assertMatches(event.type(), event.text());
            assertThat(event.data().path("origin").asString()).isEqualTo("IMPORT");
            assertThat(event.data().path("actor").asString())
                    .isEqualTo("import:" + done.path("id").asString());
        }
        PublishedRecord submitted = ofType("referral.referral-submitted.v1", won);
        assertThat(submitted.data().path("occurredAt").asString()).isEqualTo("2016-10-20T00:00:00Z");
        assertThat(submitted.data().has("responseDueAt")).isFalse();
        assertThat(ofType(DEAL_CLOSED, won).data().path("occurredAt").asString())
                .isEqualTo("2017-03-01T00:00:00Z");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_later_one_moves_forward() throws IOException {
        String first = HEADER
                + "m-1,Moses Frase,GTX,Cancity,Prospecting,,,\n"
                + "m-2,Moses Frase,GTX,Cancity,Engaging,2017-01-02,,\n"
                + "m-3,Moses Frase,GTX,Cancity,Won,2017-01-02,2017-02-01,10\n"
                + "m-4,Moses Frase,GTX,Cancity,Engaging,2017-01-02,,\n";
        assertTally(imported("first.csv", first.getBytes(UTF_8)), 4, 4, 0, 0);
        int events = firstDeliveries().size();

        assertTally(imported("again.csv", first.getBytes(UTF_8)), 4, 0, 4, 0);
        assertThat(firstDeliveries()).hasSize(events);

        String later = HEADER
                + "m-1,Moses Frase,GTX,Cancity,Won,2017-03-01,2017-03-02,7\n"
                + "m-2,Moses Frase,GTX,Cancity,Lost,2017-01-02,2017-03-01,0\n"
                + "m-3,Moses Frase,GTX,Cancity,Won,2017-01-02,2017-02-01,11\n"
                + "m-4,Anna Snelling,GTX,Othercity,Prospecting,,,\n";
        JsonNode done = imported("later.csv", later.getBytes(UTF_8));

        assertTally(done, 4, 2, 0, 2);
        assertThat(stateOf("m-1")).isEqualTo("WON");
        assertThat(stateOf("m-2")).isEqualTo("LOST");
        assertThat(rejects(done))
                .extracting(row -> row.get("opportunity_id") + " " + row.get("field"))
                .containsExactly("m-3 close_value", "m-4 sales_agent; account");
        assertThat(eventsOf("m-1")).extracting(PublishedRecord::sequence).containsExactlyInAnyOrder(1L, 2L, 1L);
        assertTally(imported("later-again.csv", later.getBytes(UTF_8)), 4, 0, 2, 2);
    }

    @Test
    void deals_reach_the_topic_per_partner_by_close_date_then_line() {
        StringBuilder file = new StringBuilder(HEADER);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String partner = i % 3 == 0 ? "Order One" : "Order Two";
            String closed = "2017-03-%02d".formatted(1 + (i * 7) % 20);
            rows.add(new String[] {partner, closed, Integer.toString(i + 1)});
            file.append("o-%d,%s,GTX,Cancity,Won,2017-01-01,%s,%d%n".formatted(i, partner, closed, i + 1));
        }
        assertTally(imported("order.csv", file.toString().getBytes(UTF_8)), 120, 120, 0, 0);

        Map<String, List<String>> expected = rows.stream()
                .sorted(Comparator.comparing((String[] row) -> row[1]))
                .collect(Collectors.groupingBy(
                        row -> partnerId(row[0]), Collectors.mapping(row -> row[2] + ".00", Collectors.toList())));
        Map<String, List<String>> found = deals().stream()
                .filter(deal -> expected.containsKey(deal.key()))
                .collect(Collectors.groupingBy(
                        PublishedRecord::key,
                        Collectors.mapping(
                                deal -> deal.data()
                                        .path("amount")
                                        .path("amount")
                                        .asString(),
                                Collectors.toList())));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void an_unreadable_file_fails_and_writes_nothing() {
        long before = service.mongo().count(new Query(), "referrals");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("", "empty");
        files.put("opportunity_id,account\n1,Acme\n", "sales_agent");
        files.put(HEADER + "u-1,Moses Frase,GTX,Acme,Prospecting,,,\n\"u-2", "line 3");
        files.forEach((content, reason) -> {
            JsonNode failed = imported("bad.csv", content.getBytes(UTF_8));
            assertThat(failed.path("status").asString()).isEqualTo("FAILED");
            assertThat(failed.path("reason").asString()).contains(reason);
            assertThat(failed.path("rows").asInt()).isZero();
        });
        assertThat(service.mongo().count(new Query(), "referrals")).isEqualTo(before);
    }

    @Test
    void another_profile_and_a_missing_file_are_refused() {
        Answer refused = service.postFile("/api/imports?profile=leads", "x.csv", HEADER.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("profile");
        assertThat(service.get("/api/imports/imp_nobody").status()).isEqualTo(404);
        assertThat(service.get("/api/imports/imp_nobody/rejects").status()).isEqualTo(404);
    }

    @Test
    void the_same_key_and_file_get_the_first_answer_and_another_file_none() throws Exception {
        String file = HEADER + "k-1,Moses Frase,GTX,Cancity,Prospecting,,,\n";
        HttpResponse<String> first = postWithKey("key-1", file);
        String id = JSON.readTree(first.body()).path("id").asString();
        finished(service, id);

        HttpResponse<String> again = postWithKey("key-1", file);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(JSON.readTree(again.body())).isEqualTo(JSON.readTree(first.body()));
        assertThat(postWithKey("key-1", file + "k-2,Moses Frase,GTX,Cancity,Prospecting,,,\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(service.mongo().count(new Query(), "import_chunks")).isZero();
    }

    @Test
    void one_import_too_many_is_told_to_come_again() {
        ImportQueue queue = service.context().getBean(ImportQueue.class);
        List<String> held = new ArrayList<>();
        for (int i = 0; queue.reserve("held_" + i); i++) {
            held.add("held_" + i);
        }
        try {
            Answer refused =
                    service.postFile("/api/imports?profile=crm-opportunities", "x.csv", HEADER.getBytes(UTF_8));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
        } finally {
            held.forEach(queue::giveBack);
        }
        assertTally(imported("x.csv", HEADER.getBytes(UTF_8)), 0, 0, 0, 0);
    }

    @Test
    void nothing_staged_is_left_of_a_finished_import_and_all_are_listed() {
        String id = imported("left.csv", (HEADER + "l-1,Nobody,GTX,Acme,Prospecting,,,\n").getBytes(UTF_8))
                .path("id")
                .asString();

        for (String collection : new String[] {"import_rows", "import_keys", "import_chunks"}) {
            assertThat(service.mongo().findAll(org.bson.Document.class, collection))
                    .as(collection)
                    .noneMatch(left -> left.getString("_id").startsWith(id));
        }
        Set<String> listed = new TreeSet<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/api/imports?limit=1&cursor=" + cursor).json();
            page.path("items").forEach(item -> listed.add(item.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(listed).contains(id);
    }

    @Test
    void an_import_is_finished_by_the_next_start_and_rows_written_before_still_count() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            file.append(
                    "r-%d,Moses Frase,GTX,Cancity,Won,2017-01-01,2017-03-%02d,%d%n".formatted(i, 1 + i % 28, i + 1));
        }
        RunningService stopped = RunningService.start(service.servers(), ReferralServiceApplication.service());
        String id = started(stopped, "resumed.csv", file.toString().getBytes(UTF_8))
                .path("id")
                .asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stopped.get("/api/imports/" + id)
                                .json()
                                .path("accepted")
                                .asInt()
                        > 0);
        stopped.close();

        JsonNode done = finished(service, id);

        assertTally(done, 2_000, 2_000, 0, 0);
        List<String> amounts = deals().stream()
                .filter(deal -> deal.data().path("actor").asString().equals("import:" + id))
                .map(deal -> deal.data().path("closedOn").asString() + " "
                        + "%08.2f"
                                .formatted(Double.parseDouble(deal.data()
                                        .path("amount")
                                        .path("amount")
                                        .asString())))
                .toList();
        assertThat(amounts).hasSize(2_000).isSorted();
    }

    @Test
    void a_mended_rejects_file_is_taken_over_and_nothing_else_changes() throws IOException {
        String file = HEADER.replace(',', ';')
                + "n-1;Moses Frase;GTX;J\u00f6rg & S\u00f6hne;Won;2016-10-20;2017-03-01;10\r\n"
                + "n-2;Nobody;=GTX;M\u00fcller;Won;2016-10-20;2017-03-02;20\r\n"
                + "n-3;Moses Frase;GTX;M\u00fcller;Won;2016-10-20;;30\r\n";
        JsonNode first = imported("windows.csv", file.getBytes(Charset.forName("windows-1252")));
        assertTally(first, 3, 1, 0, 2);
        assertThat(first.path("encoding").asString() + first.path("separator").asString())
                .isEqualTo("WINDOWS_1252SEMICOLON");
        assertThat(service.get("/api/referrals/" + referralId("n-1"))
                        .json()
                        .path("client")
                        .path("organisation")
                        .asString())
                .isEqualTo("J\u00f6rg & S\u00f6hne");

        String rejects = service.get("/api/imports/" + first.path("id").asString() + "/rejects")
                .body();
        String mended =
                rejects.replace("Nobody", "Anna Snelling").replace("2016-10-20;;30", "2016-10-20;2017-03-03;30");
        JsonNode second = imported("mended.csv", mended.getBytes(UTF_8));

        assertTally(second, 2, 2, 0, 0);
        assertThat(service.get("/api/referrals/" + referralId("n-2"))
                        .json()
                        .path("service")
                        .asString())
                .isEqualTo("=GTX");
        assertTally(imported("mended.csv", mended.getBytes(UTF_8)), 2, 0, 2, 0);
    }

    @Test
    void a_profile_is_data_with_versions_and_an_import_keeps_the_one_it_began_with() throws IOException {
        String profile =
                """
                {"code":"own-crm","name":"Our own CRM","separator":"PIPE","decimalMark":"COMMA","currency":"EUR",
                 "columns":{"id":["Nr"],"partner":["Partner"],"service":["Leistung"],"organisation":["Kunde"],
                            "stage":["Status"],"submittedOn":["Eingang"],"closedOn":["Abschluss"],"amount":["Betrag"]},
                 "partnerBy":"ID","dateFormats":["dd.MM.yyyy"],"stages":{"Gewonnen":"WON","Vertrag b. Kunden":"CONTACTED"}}""";
        Answer defined = service.post("/api/import-profiles", profile);
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);
        assertThat(service.post("/api/import-profiles", profile).header("Idempotency-Replayed"))
                .contains("true");

        String file = "Nr|Partner|Leistung|Kunde|Status|Eingang|Abschluss|Betrag\n"
                + "1|par_Moses_Frase|GTX|Acme|gewonnen|01.02.2017|03.04.2017|1.054,50\n"
                + "2|par_nobody|GTX|Acme|Vertrag b. Kunden|31.02.2017||\n";
        JsonNode done = finished(
                service,
                service.postFile("/api/imports?profile=own-crm", "own.csv", file.getBytes(UTF_8))
                        .json()
                        .path("id")
                        .asString());

        assertTally(done, 2, 1, 0, 1);
        assertThat(done.path("profileVersion").asInt()).isEqualTo(1);
        String answer = service.get("/api/imports/" + done.path("id").asString() + "/rejects")
                .body();
        assertThat(answer).contains("Partner; Eingang");
        String next = profile.replace("Gewonnen", "Won");
        assertThat(service.post("/api/import-profiles", next)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(service.get("/api/import-profiles/own-crm?version=1")
                        .json()
                        .path("stages")
                        .has("Gewonnen"))
                .isTrue();
        assertThat(service.get("/api/import-profiles").json().path("items").size())
                .isEqualTo(5);
    }

    @Test
    void a_profile_of_no_use_is_refused_with_every_fault() {
        Answer refused = service.post(
                "/api/import-profiles",
                """
                {"code":"bad","name":"Bad","currency":"XQX","columns":{"id":["A"],"partner":["a"],"colour":["C"]},
                 "dateFormats":["yyyy-MM-dd","nonsense"],"stages":{"Open":"CONTACTED"},"defaults":{"country":"XX"}}""");

        assertThat(refused.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields)
                .contains(
                        "columns.partner",
                        "columns.colour",
                        "columns.organisation",
                        "columns.service",
                        "columns.stage",
                        "dateFormats[1]",
                        "stages",
                        "currency",
                        "defaults.country");
        assertThat(service.post("/api/import-profiles", "{}").status()).isEqualTo(400);
    }

    @Test
    void the_form_names_what_the_api_takes_in_the_partners_language() {
        Answer answer = service.get("/api/referral-form?locale=pt-BR");
        JsonNode form = answer.json();

        assertThat(answer.header("Content-Language")).contains("pt");
        assertThat(form.path("schema").path("title").asString()).isEqualTo("Indicar um cliente");
        Set<String> asked = new TreeSet<>(form.path("schema").path("properties").propertyNames());
        Set<String> taken = new TreeSet<>(service.get("/v3/api-docs")
                .json()
                .path("components")
                .path("schemas")
                .path("ReferralRequest")
                .path("properties")
                .propertyNames());
        // A partner's form is inbound, and this checklist asks nothing.
        taken.removeAll(Set.of("direction", "answers"));
        assertThat(asked).isEqualTo(taken);
        String filledIn =
                """
                {"partnerId":"par_Moses_Frase","service":"Data platform","challenge":"c","context":"k","promises":"p",
                 "client":{"organisation":"Form Filler","domain":"filler.example","country":"DE","contactName":"Mia Lang",
                           "contactEmail":"mia@filler.example","contactPhone":"+49 30 5550100"},"involvement":"ACTIVE",
                 "expectedValue":{"amount":"1054.00","currency":"EUR"},"consent":{"feeDisclosed":true,"clientAgrees":true}}""";
        assertThat(ReferralFormTest.faults(filledIn, new QualificationChecklist(List.of())))
                .isEmpty();
        assertThat(service.post(form.path("submit").path("href").asString(), filledIn)
                        .status())
                .isEqualTo(201);
        assertThat(service.get("/api/referral-form?locale=fr").status()).isEqualTo(400);
        assertThat(service.get("/api/referral-form").json().path("locale").asString())
                .isEqualTo("en");
    }

    @Test
    void an_open_row_takes_its_client_where_nobody_has_it_and_no_row_opens_a_conflict() {
        // A protection that is long over holds no client.
        String recently = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        String live = submitted("par_Anna_Snelling", "Claimed Before");
        String file = HEADER
                + "c-1,Moses Frase,GTX,Claimed Before,Engaging," + recently + ",,\n"
                + "c-2,Moses Frase,GTX,Free Client,Engaging," + recently + ",,\n"
                + "c-3,Anna Snelling,GTX,Free Client,Engaging," + recently + ",,\n"
                + "c-4,Moses Frase,GTX,Won Client,Won,2017-01-02,2017-02-01,10\n";

        assertTally(imported("claims.csv", file.getBytes(UTF_8)), 4, 4, 0, 0);

        for (String row : List.of("c-1", "c-2", "c-3")) {
            assertThat(stateOf(row)).as(row).isEqualTo("CONTACTED");
        }
        assertThat(stateOfReferral(live)).isEqualTo("SUBMITTED");
        assertThat(firstDeliveries())
                .filteredOn(event -> event.type().equals("referral.conflict-detected.v1"))
                .filteredOn(event -> event.subject().equals(referralId("c-1"))
                        || event.subject().equals(referralId("c-3"))
                        || event.subject().equals(live))
                .isEmpty();
        assertThat(stateOfReferral(submitted("par_Order_One", "Free Client"))).isEqualTo("CONFLICTED");
        assertThat(stateOfReferral(submitted("par_Order_One", "Won Client"))).isEqualTo("SUBMITTED");
    }

    /** Imports the file of the folder that {@code -Dcrm.data} names, and otherwise a made-up file of the same shape. */
    @Test
    void the_opportunities_of_a_crm_become_referrals_or_named_rejects() throws IOException {
        Path data = Path.of(System.getProperty("crm.data", "src/test/resources/crm"), "crm-opportunities.csv");
        List<CSVRecord> rows = read(Files.readString(data));
        String[] agents =
                rows.stream().map(row -> row.get("sales_agent")).distinct().toArray(String[]::new);
        knows(agents);

        JsonNode done = imported("crm-opportunities.csv", Files.readAllBytes(data));

        long blank = rows.stream().filter(row -> row.get("account").isBlank()).count();
        assertTally(done, rows.size(), rows.size() - blank, 0, blank);
        assertThat(rejects(done)).hasSize((int) blank).allMatch(row -> row.get("field")
                .equals("account"));
        Map<String, List<String>> expected = new HashMap<>();
        rows.stream()
                .filter(row -> row.get("deal_stage").equals("Won"))
                .sorted(Comparator.comparing(row -> row.get("close_date")))
                .forEach(row -> expected.computeIfAbsent(partnerId(row.get("sales_agent")), p -> new ArrayList<>())
                        .add(row.get("close_date") + " " + row.get("close_value") + ".00"));
        Map<String, List<String>> found = deals().stream()
                .filter(deal -> deal.data()
                        .path("actor")
                        .asString()
                        .equals("import:" + done.path("id").asString()))
                .collect(Collectors.groupingBy(
                        PublishedRecord::key,
                        Collectors.mapping(
                                deal -> deal.data().path("closedOn").asString() + " "
                                        + deal.data()
                                                .path("amount")
                                                .path("amount")
                                                .asString(),
                                Collectors.toList())));
        assertThat(found).isEqualTo(expected);
        assertTally(
                imported("crm-opportunities.csv", Files.readAllBytes(data)),
                rows.size(),
                0,
                rows.size() - blank,
                blank);
    }

    private static void assertTally(JsonNode done, long rows, long accepted, long unchanged, long rejected) {
        assertThat(List.of(
                        done.path("rows").asLong(),
                        done.path("accepted").asLong(),
                        done.path("unchanged").asLong(),
                        done.path("rejected").asLong()))
                .as("rows, accepted, unchanged, rejected of %s", done)
                .containsExactly(rows, accepted, unchanged, rejected);
    }

    private static JsonNode imported(String fileName, byte[] content) {
        return finished(service, started(service, fileName, content).path("id").asString());
    }

    private static JsonNode started(RunningService at, String fileName, byte[] content) {
        Answer started = at.postFile("/api/imports?profile=crm-opportunities", fileName, content);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        assertThat(started.header("Location"))
                .contains("/api/imports/" + started.json().path("id").asString());
        return started.json();
    }

    private static JsonNode finished(RunningService at, String id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> at.get("/api/imports/" + id).json(),
                        now -> !now.path("status").asString().equals("RUNNING"));
    }

    private static HttpResponse<String> postWithKey(String key, String file) throws Exception {
        String port = service.context().getEnvironment().getProperty("local.server.port");
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"k.csv\"\r\n\r\n" + file
                + "\r\n--b--\r\n";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/api/imports?profile=crm-opportunities"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static List<CSVRecord> rejects(JsonNode done) throws IOException {
        Answer answer = service.get("/api/imports/" + done.path("id").asString() + "/rejects");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body()).startsWith("\ufeff");
        return read(answer.body().substring(1));
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    private static String submitted(String partnerId, String organisation) {
        Answer answer = service.post(
                "/api/referrals",
                """
                {"partnerId":"%s","client":{"organisation":"%s","contactName":"Mia Lang",
                 "contactEmail":"mia@client.example"},"service":"Data platform"}"""
                        .formatted(partnerId, organisation));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String stateOfReferral(String id) {
        return service.get("/api/referrals/" + id).json().path("status").asString();
    }

    private static String stateOf(String opportunityId) {
        return service.get("/api/referrals/" + referralId(opportunityId))
                .json()
                .path("status")
                .asString();
    }

    private static PublishedRecord ofType(String type, List<PublishedRecord> events) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<PublishedRecord> eventsOf(String opportunityId) {
        return firstDeliveries().stream()
                .filter(event -> event.data().path("referralId").asString().equals(referralId(opportunityId)))
                .toList();
    }

    private static String referralId(String opportunityId) {
        return SourceIds.referralId("crm-opportunities", opportunityId).value();
    }

    /** Events as a consumer that deduplicates sees them. */
    private static List<PublishedRecord> firstDeliveries() {
        Set<String> seen = new HashSet<>();
        return service.records("referral.events").stream()
                .filter(event -> seen.add(event.envelope().id()))
                .toList();
    }

    private static List<PublishedRecord> deals() {
        return firstDeliveries().stream()
                .filter(event -> event.type().equals(DEAL_CLOSED))
                .toList();
    }

    private static void knows(String... names) {
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String name : names) {
            publishProfile(partnerId(name), name);
        }
        await().until(() -> StreamSupport.stream(List.of(names).spliterator(), false)
                .allMatch(name -> partners.find(partnerId(name)).isPresent()));
    }

    private static String partnerId(String name) {
        return "par_" + name.replace(" ", "_");
    }

    private static void publishProfile(String id, String name) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                id,
                1,
                id,
                """
                {"partnerId":"%s","name":"%s","status":"ACTIVE","tier":"ACTIVE","model":"REFERRAL","locale":"en",
                 "timeZone":"Asia/Kuala_Lumpur","country":"MY","contacts":[],"version":1,
                 "updatedAt":"2026-02-02T01:00:00Z"}"""
                        .formatted(id, name));
    }
}
