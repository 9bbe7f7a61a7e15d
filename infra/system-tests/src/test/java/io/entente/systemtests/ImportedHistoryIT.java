package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Compares the commissions of an imported CRM history with a calculation that doesn't use the system. Under the default plan a deal's
 * number is its place among its partner's won deals of the closing date's calendar year, by closing date and then by line.
 *
 * <p>The test generates the file; {@code -Dcrm.opportunities=FILE} names another one with the same columns.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class ImportedHistoryIT {

    private static final String HEADER =
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";
    private static final int MADE_ROWS = 400;
    private static final int MADE_AGENTS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;

    ImportedHistoryIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void imported_deals_earn_by_their_place_in_the_partners_year() throws Exception {
        Random choices = Seed.of("ImportedHistoryIT");
        String file = System.getProperty("crm.opportunities", "");
        List<String> rows = file.isEmpty() ? made(choices) : Files.readAllLines(Path.of(file));
        Map<String, Map<String, BigDecimal>> expected = expected(rows);
        Map<String, String> ids = new TreeMap<>();
        expected.keySet().forEach(agent -> ids.put(agent, activePartner(agent)));

        upload(String.join("\n", rows));
        Drain.of(cluster);

        expected.forEach((agent, commissions) -> {
            Map<String, BigDecimal> found = new TreeMap<>();
            List<JsonNode> items = State.commissions(cluster.service(Cluster.COMMISSION), ids.get(agent));
            items.forEach(item -> found.merge(
                    item.path("client").path("organisation").asString() + " "
                            + item.path("closedOn").asString() + " "
                            + item.path("dealAmount").path("amount").asString(),
                    new BigDecimal(item.path("amount").path("amount").asString()),
                    BigDecimal::add));
            assertThat(found).as("commissions of " + agent).isEqualTo(commissions);
        });
        System.out.printf(
                "  %d won deals of %d partners agree%n",
                rows.stream().filter(row -> row.contains(",Won,")).count(), expected.size());
    }

    /** Commission by agent and by the properties that distinguish a deal from all others that earn differently. */
    private static Map<String, Map<String, BigDecimal>> expected(List<String> rows) {
        Map<String, Map<String, BigDecimal>> expected = new TreeMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String[]> won = rows.subList(1, rows.size()).stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[4].equals("Won"))
                .sorted(Comparator.comparing(cells -> cells[6]))
                .toList();
        for (String[] cells : won) {
            LocalDate closedOn = LocalDate.parse(cells[6]);
            int number = numbers.merge(cells[1] + closedOn.getYear(), 1, Integer::sum);
            String rate = number <= 3 ? "0.10" : number <= 10 ? "0.15" : "0.20";
            BigDecimal amount = new BigDecimal(cells[7]).setScale(2);
            BigDecimal commission = amount.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
            if (commission.signum() > 0) {
                expected.computeIfAbsent(cells[1], agent -> new TreeMap<>())
                        .merge(cells[3] + " " + closedOn + " " + amount, commission, BigDecimal::add);
            }
        }
        return expected;
    }

    private static List<String> made(Random choices) {
        String run = Integer.toString(choices.nextInt(1_000_000), Character.MAX_RADIX);
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < MADE_ROWS; i++) {
            LocalDate engaged = LocalDate.of(2022, 11, 1).plusDays(choices.nextInt(500));
            boolean won = choices.nextInt(3) > 0;
            rows.add("%s%04d,Agent %s %d,Data platform,Client %s %d,%s,%s,%s,%d"
                    .formatted(
                            run,
                            i,
                            run,
                            choices.nextInt(MADE_AGENTS),
                            run,
                            i,
                            won ? "Won" : "Lost",
                            engaged,
                            engaged.plusDays(choices.nextInt(90)),
                            won ? 1 + choices.nextInt(30_000) : 0));
        }
        return rows;
    }

    private String activePartner(String name) {
        ServiceProcess partners = cluster.service(Cluster.PARTNER);
        Answer created = Http.post(partners.url("/api/partners"), Bodies.partner(name, name.replaceAll("\\W", "-")));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(Http.post(partners.url("/api/partners/" + id + "/activate"), "")
                        .status())
                .isEqualTo(200);
        return id;
    }

    private void upload(String csv) throws Exception {
        Drain.of(cluster);
        String url = cluster.service(Cluster.REFERRAL).url("/api/imports");
        Answer begun = Http.postFile(url + "?profile=crm-opportunities", csv.getBytes(UTF_8));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.json().path("id").asString();
        await("the import")
                .atMost(PATIENCE)
                .until(
                        () -> Http.get(url + "/" + id).json().path("status").asString(),
                        status -> !status.equals("RUNNING"));
        Answer done = Http.get(url + "/" + id);
        assertThat(done.json().path("status").asString()).as(done.body()).isEqualTo("DONE");
    }
}
