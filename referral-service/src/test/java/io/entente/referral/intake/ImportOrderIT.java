package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.deals;
import static io.entente.referral.intake.ImportingService.finished;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.knows;
import static io.entente.referral.intake.ImportingService.partnerId;
import static io.entente.referral.intake.ImportingService.read;
import static io.entente.referral.intake.ImportingService.rejects;
import static io.entente.referral.intake.ImportingService.started;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.ReferralServiceApplication;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The deals of a partner are published in the order in which they closed, also after a restart. */
@ExtendWith(ImportingService.class)
class ImportOrderIT {

    private final RunningService service;

    ImportOrderIT(RunningService service) {
        this.service = service;
    }

    @Test
    void deals_of_a_partner_are_published_by_close_date_and_then_by_line() {
        StringBuilder file = new StringBuilder(HEADER);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String partner = i % 3 == 0 ? "Order One" : "Order Two";
            String closed = "2017-03-%02d".formatted(1 + (i * 7) % 20);
            rows.add(new String[] {partner, closed, Integer.toString(i + 1)});
            file.append("o-%d,%s,GTX,Ordercity,Won,2017-01-01,%s,%d%n".formatted(i, partner, closed, i + 1));
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
    void an_interrupted_import_is_finished_after_a_restart_and_counts_all_its_rows() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            file.append(
                    "r-%d,Moses Frase,GTX,Ordercity,Won,2017-01-01,2017-03-%02d,%d%n".formatted(i, 1 + i % 28, i + 1));
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

    /** Imports the file of the folder that {@code -Dcrm.data} names, and otherwise a made-up file of the same shape. */
    @Test
    void a_crm_export_is_imported_completely_and_in_order() throws IOException {
        Path data = Path.of(System.getProperty("crm.data", "src/test/resources/crm"), "crm-opportunities.csv");
        byte[] file = Files.readAllBytes(data);
        List<CSVRecord> rows = read(new String(file, UTF_8));
        String[] agents =
                rows.stream().map(row -> row.get("sales_agent")).distinct().toArray(String[]::new);
        knows(agents);

        JsonNode done = imported("crm-opportunities.csv", file);

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
        assertTally(imported("crm-opportunities.csv", file), rows.size(), 0, rows.size() - blank, blank);
    }
}
