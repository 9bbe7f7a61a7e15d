package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Kills the service with {@code kill -9} in the middle of an import, twice at random moments. The next start finishes the file. Every
 * row becomes one referral, and every won row has one commission of its amount.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class KilledImportIT {

    private static final int ROWS = 800;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final BigDecimal RATE = new BigDecimal("0.10");

    private final Cluster cluster;

    KilledImportIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void an_import_that_is_killed_is_finished_by_the_next_start_with_nothing_doubled() {
        Random choices = Seed.of("KilledImportIT");
        String name = "Import partner " + choices.nextInt(1_000_000);
        String partnerId = partner(name);
        File file = File.of(name, choices);

        String importId = started(file);
        for (int i = 0; i < KILLS; i++) {
            killAfter(ROWS * i / KILLS + choices.nextInt(ROWS / KILLS / 2), importId);
        }
        JsonNode done = finished(importId);

        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(tally(done)).containsExactly(ROWS, ROWS - file.rejected(), 0, file.rejected());
        assertThat(referralsOf(partnerId)).isEqualTo(file.states());
        Drain.of(cluster);
        assertThat(commissionsOf(partnerId)).containsExactlyInAnyOrderElementsOf(file.commissions());

        assertThat(new Topics(cluster).gaps(Topics.REFERRAL_EVENTS)).isEmpty();

        JsonNode again = finished(started(file));
        assertThat(tally(again)).containsExactly(ROWS, 0, ROWS - file.rejected(), file.rejected());
        assertThat(referralsOf(partnerId)).isEqualTo(file.states());
    }

    /** Rows of one partner: won, lost, open, and some invalid ones. */
    private record File(String content, Map<String, Integer> states, List<BigDecimal> wonAmounts, int rejected) {

        static File of(String partner, Random choices) {
            StringBuilder content = new StringBuilder(
                    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");
            Map<String, Integer> states = new HashMap<>();
            List<BigDecimal> won = new ArrayList<>();
            int rejected = 0;
            for (int i = 0; i < ROWS; i++) {
                String id = partner.replace(' ', '-') + "-" + i;
                String start = "%s,%s,GTX,Account %d".formatted(id, partner, i);
                int amount = 100 + choices.nextInt(9_900);
                switch (choices.nextInt(4)) {
                    case 0 -> {
                        content.append("%s,Won,2017-01-01,2017-03-%02d,%d%n".formatted(start, 1 + i % 28, amount));
                        states.merge("WON", 1, Integer::sum);
                        won.add(BigDecimal.valueOf(amount));
                    }
                    case 1 -> {
                        content.append("%s,Lost,2017-01-01,2017-03-%02d,0%n".formatted(start, 1 + i % 28));
                        states.merge("LOST", 1, Integer::sum);
                    }
                    case 2 -> {
                        content.append("%s,Engaging,2017-01-01,,%n".formatted(start));
                        states.merge("CONTACTED", 1, Integer::sum);
                    }
                    default -> {
                        content.append("%s,Won,2017-01-01,,%d%n".formatted(start, amount));
                        rejected++;
                    }
                }
            }
            return new File(content.toString(), states, won, rejected);
        }

        List<BigDecimal> commissions() {
            return wonAmounts.stream()
                    .map(amount -> amount.multiply(RATE).setScale(2))
                    .toList();
        }
    }

    private String partner(String name) {
        ServiceProcess partners = cluster.service(Cluster.PARTNER);
        String mailbox = name.replace(' ', '-').toLowerCase(java.util.Locale.ROOT);
        Answer created = Http.post(partners.url("/api/partners"), Bodies.partner(name, mailbox));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(Http.post(partners.url("/api/partners/" + id + "/activate"), "")
                        .status())
                .isEqualTo(200);
        Answer plan = Http.post(
                cluster.service(Cluster.COMMISSION).url("/api/commission-plans"),
                Bodies.plan("import-" + mailbox, RATE, id));
        assertThat(plan.status()).as(plan.body()).isEqualTo(201);
        return id;
    }

    private String started(File file) {
        Answer started = Http.postFile(
                cluster.service(Cluster.REFERRAL).url("/api/imports?profile=crm-opportunities"),
                file.content().getBytes(UTF_8));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return started.json().path("id").asString();
    }

    /** Kills the service when so many rows are processed or the file is done, and starts it again. */
    private void killAfter(int rows, String importId) {
        ServiceProcess referral = cluster.service(Cluster.REFERRAL);
        System.out.printf("  kill %s after %d rows%n", referral.name(), rows);
        await("%d rows".formatted(rows))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    JsonNode now = view(importId);
                    return now.path("accepted").asInt() + now.path("rejected").asInt() >= rows
                            || !now.path("status").asString().equals("RUNNING");
                });
        referral.kill();
        referral.start();
    }

    private JsonNode finished(String importId) {
        return await("import " + importId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> view(importId),
                        now -> !now.path("status").asString().equals("RUNNING"));
    }

    private JsonNode view(String importId) {
        return Http.get(cluster.service(Cluster.REFERRAL).url("/api/imports/" + importId))
                .json();
    }

    private static int[] tally(JsonNode done) {
        return new int[] {
            done.path("rows").asInt(),
            done.path("accepted").asInt(),
            done.path("unchanged").asInt(),
            done.path("rejected").asInt()
        };
    }

    /** The number of a partner's referrals in each state. */
    private Map<String, Integer> referralsOf(String partnerId) {
        Map<String, Integer> states = new HashMap<>();
        for (Document referral : cluster.mongo()
                .getDatabase(Cluster.database(Cluster.REFERRAL))
                .getCollection("referrals")
                .find(new Document("partnerId", partnerId))) {
            states.merge(referral.getString("status"), 1, Integer::sum);
        }
        return states;
    }

    private List<BigDecimal> commissionsOf(String partnerId) {
        return State.commissions(cluster.service(Cluster.COMMISSION), partnerId).stream()
                .map(item -> new BigDecimal(item.path("amount").path("amount").asString()))
                .toList();
    }
}
