package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.finished;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.postWithKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Requests to start, repeat and list imports. */
@ExtendWith(ImportingService.class)
class ImportRequestsIT {

    private final RunningService service;

    ImportRequestsIT(RunningService service) {
        this.service = service;
    }

    @Test
    void a_year_or_a_day_is_not_taken_for_milliseconds_in_a_list() {
        for (String time : new String[] {"2026", "20270101"}) {
            assertThat(service.get("/api/referrals?from=" + time).status()).isEqualTo(400);
            assertThat(service.get("/api/imports?to=" + time).status()).isEqualTo(400);
        }
        assertThat(service.get("/api/referrals?from=2026-01-01T00:00:00Z").status())
                .isEqualTo(200);
    }

    @Test
    void an_unreadable_file_fails_and_writes_nothing() {
        long before = service.mongo().count(new Query(), "referrals");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("", "empty");
        files.put("opportunity_id,account\n1,Acme\n", "sales_agent");
        files.put("\"opportunity_id,account\n1,Acme\n", "header on line 1");
        files.forEach((content, reason) -> {
            JsonNode failed = imported("bad.csv", content.getBytes(UTF_8));
            assertThat(failed.path("status").asString()).isEqualTo("FAILED");
            assertThat(failed.path("reason").asString()).contains(reason);
            assertThat(failed.path("rows").asInt()).isZero();
        });
        assertThat(service.mongo().count(new Query(), "referrals")).isEqualTo(before);
    }

    @Test
    void an_unknown_profile_is_refused_and_an_unknown_import_is_not_found() {
        Answer refused = service.postFile("/api/imports?profile=leads", "x.csv", HEADER.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("profile");
        assertThat(service.get("/api/imports/imp_nobody").status()).isEqualTo(404);
        assertThat(service.get("/api/imports/imp_nobody/rejects").status()).isEqualTo(404);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_a_reused_key_is_refused() {
        String file = HEADER + "k-1,Moses Frase,GTX,Keycity,Prospecting,,,\n";
        Answer first = postWithKey("key-1", file);
        String id = first.json().path("id").asString();
        finished(service, id);

        Answer again = postWithKey("key-1", file);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(postWithKey("key-1", file + "k-2,Moses Frase,GTX,Keycity,Prospecting,,,\n")
                        .status())
                .isEqualTo(422);
        assertThat(service.mongo().count(new Query(), "import_chunks")).isZero();
    }

    @Test
    void an_upload_is_refused_while_too_many_imports_are_waiting() {
        Date later = Date.from(Instant.now().plus(Duration.ofHours(1)));
        IntStream.range(0, 16).forEach(i -> service.mongo()
                .insert(new Document("_id", "held_" + i).append("lease", new Document("until", later)), "imports"));
        try {
            Answer refused =
                    service.postFile("/api/imports?profile=crm-opportunities", "x.csv", HEADER.getBytes(UTF_8));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
        } finally {
            service.mongo().remove(new Query(where("_id").regex("^held_")), "imports");
        }
        assertTally(imported("x.csv", HEADER.getBytes(UTF_8)), 0, 0, 0, 0);
    }

    @Test
    void rejected_rows_are_encrypted_in_the_store_and_readable_in_the_download() {
        String rows = HEADER + "s-1,Ulrike Nightjar,GTX,Acme,Prospecting,,,\n";

        String id = imported("sealed.csv", rows.getBytes(UTF_8)).path("id").asString();

        assertThat(service.get("/api/imports/" + id + "/rejects").body()).contains("s-1,Ulrike Nightjar,GTX");
        List<Document> rejects = service.mongo().findAll(Document.class, "import_rejects").stream()
                .filter(stored -> stored.getString("_id").startsWith(id))
                .toList();
        assertThat(rejects).singleElement().satisfies(stored -> assertThat(stored.toJson())
                .doesNotContain("Nightjar")
                .doesNotContain("GTX"));
        Imports imports = service.context().getBean(Imports.class);
        service.context().getBean(ImportRows.class).clearRejected(id);
        imports.rejectsCleared(id);
        assertThat(service.mongo().findById(id, Document.class, "data_keys").containsKey("wrapped"))
                .as("the key is destroyed")
                .isFalse();
    }

    @Test
    void a_staged_row_and_a_piece_of_a_file_are_encrypted_each_for_its_place() throws IOException {
        ImportRows stagedRows = service.context().getBean(ImportRows.class);
        ImportFiles files = service.context().getBean(ImportFiles.class);
        StagedRow row = StagedRow.at("2026-02-03", 7, List.of("s-2", "Ulrike Nightjar"), List.of());
        byte[] file = "name\nUlrike Nightjar".repeat(90_000).getBytes(UTF_8);

        stagedRows.stage("imp_staged", List.of(row));
        files.store("fil_staged", "imp_staged", new ByteArrayInputStream(file), Instant.EPOCH);

        assertThat(stagedRows.after("imp_staged", null, 10)).containsExactly(row);
        assertThat(files.open("fil_staged").readAllBytes()).isEqualTo(file);
        for (String collection : List.of("import_rows", "import_chunks")) {
            assertThat(service.mongo().findAll(Document.class, collection))
                    .as(collection)
                    .isNotEmpty()
                    .noneMatch(stored -> stored.toString().contains("Nightjar"));
        }
        Document first = service.mongo().findById("fil_staged/000000", Document.class, "import_chunks");
        service.mongo()
                .updateFirst(
                        new Query(where("_id").is("fil_staged/000001")),
                        new Update().set("content", first.get("content")),
                        "import_chunks");
        assertThatThrownBy(() -> files.open("fil_staged").readAllBytes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs elsewhere");
        stagedRows.clear("imp_staged");
        files.delete("fil_staged");
    }

    @Test
    void a_finished_import_leaves_no_staged_data_and_is_listed() {
        String id = imported("left.csv", (HEADER + "l-1,Nobody,GTX,Acme,Prospecting,,,\n").getBytes(UTF_8))
                .path("id")
                .asString();

        for (String collection : new String[] {"import_rows", "import_keys", "import_chunks"}) {
            assertThat(service.mongo().findAll(Document.class, collection))
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
    void imports_are_searched_filtered_sorted_and_exported() {
        Instant before = Instant.now();
        String done =
                imported("Exporté Oslo.csv", HEADER.getBytes(UTF_8)).path("id").asString();
        String failed = imported("exporte bergen.csv", "nothing\n1\n".getBytes(UTF_8))
                .path("id")
                .asString();

        assertThat(ids("?q=exporte")).containsExactly(done, failed);
        assertThat(ids("?q=exporte&order=desc")).containsExactly(failed, done);
        assertThat(ids("?q=exporte&status=FAILED")).containsExactly(failed);
        assertThat(ids("?q=oslo&status=FAILED&status=DONE&profile=crm-opportunities"))
                .containsExactly(done);
        assertThat(ids("?profile=hubspot-deals&q=exporte")).isEmpty();
        assertThat(ids("?q=exporte&to=" + before)).isEmpty();
        assertThat(ids("?from=" + before)).contains(done, failed);
        String csv = service.get("/api/imports/export?q=exporte").body();
        assertThat(csv.lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(done + ",DONE,crm-opportunities,1,Exporté Oslo.csv,"))
                .anyMatch(line -> line.startsWith(failed + ",FAILED,"));
        assertThat(service.get("/api/imports?state=DONE").status()).isEqualTo(400);
    }

    private List<String> ids(String query) {
        Answer answer = service.get("/api/imports" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
