package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Kills a separate commission service with {@code kill -9} while it issues a quarter's statements and while payouts are planned,
 * approved and settled. Each statement is issued once, each payout is paid once, and each is published once.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class KilledFinanceIT {

    private static final int PARTNERS = 25;
    private static final String ALL_OF_IT = "250.00";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Each look reads the whole topic, so looking more often would take processor time from the service. */
    private static final Duration WHOLE_TOPIC = Duration.ofMillis(500);

    private static final String MAKER = "user:fin-1";
    private static final String CHECKER = "user:fin-2";

    /** The service's clock is this much later, so that the quarter of the deals is over. */
    private static final int DAYS_LATER = 100;

    private static final String LATER = "--entente.fault.later=P" + DAYS_LATER + "D";

    private final Random choices = Seed.of("KilledFinanceIT");
    private final Cluster cluster;
    private final ForeignEvents events;
    private final ServiceProcess commission;
    private final List<String> partners;

    KilledFinanceIT(Cluster cluster) {
        this.cluster = cluster;
        String run = Long.toHexString(choices.nextLong() & 0xffffffL);
        this.events = new ForeignEvents(cluster, "finance-%s.".formatted(run));
        this.commission = cluster.add(
                Cluster.COMMISSION,
                "commission-service-finance",
                "finance_" + run,
                "--entente.messaging.topic-prefix=" + events.prefix(),
                "--spring.cloud.stream.default.group=" + events.prefix() + "commission");
        this.partners =
                IntStream.range(0, PARTNERS).mapToObj("par-%03d"::formatted).toList();
    }

    @AfterEach
    void stop() {
        cluster.remove(commission);
        events.close();
    }

    @Test
    void statements_are_issued_and_payouts_are_paid_once_whenever_the_service_is_killed() {
        commission.start();
        everyPartnerHasADealThatIsPaid();
        commission.kill();
        commission.start(LATER);
        await("released").atMost(PATIENCE).until(() -> payable().equals(ALL_OF_IT));

        statementsAreIssuedOnce();
        payoutsArePaidOnce();

        assertThat(new Topics(cluster).gaps(events.prefix() + Topics.COMMISSION_EVENTS))
                .isEmpty();
        assertThat(post("/api/ledger/verify", "", MAKER).json().path("verified").asBoolean())
                .isTrue();
    }

    private void everyPartnerHasADealThatIsPaid() {
        partners.forEach(events::profile);
        partners.forEach(partner -> events.publishDeal("ref-" + partner, partner, 1));
        await("accrued")
                .atMost(PATIENCE)
                .until(() -> State.commissions(commission, partners.get(PARTNERS - 1))
                                .size()
                        == 1);
        for (String partner : partners) {
            await("accrued")
                    .atMost(PATIENCE)
                    .until(() -> State.commissions(commission, partner).size() == 1);
            put(
                    "/api/payees/" + partner,
                    """
                    {"holder":"%s","iban":"DE89370400440532013000","country":"DE","currency":"USD"}
                    """
                            .formatted(partner));
            Answer paid = post(
                    "/api/client-payments",
                    """
                    {"paymentId":"pay-%1$s","dealId":"ref-%1$s/1","amount":{"amount":"100.00","currency":"USD"},
                     "paidOn":"2026-01-10"}
                    """
                            .formatted(partner),
                    MAKER);
            assertThat(paid.status()).as(paid.body()).isBetween(200, 299);
        }
    }

    private void statementsAreIssuedOnce() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String quarter = today.getYear() + "-Q" + ((today.getMonthValue() - 1) / 3 + 1);
        String run = post("/api/statement-runs", "{\"quarter\":\"" + quarter + "\"}", MAKER)
                .header("Location")
                .orElseThrow();
        killUntil(() -> get(run).path("status").asString().equals("ENDED"));

        List<JsonNode> statements = all("/api/statements?quarter=" + quarter);
        assertThat(statements).hasSize(PARTNERS);
        assertThat(statements).allSatisfy(statement -> {
            assertThat(statement.path("status").asString()).isEqualTo("ISSUED");
            assertThat(statement.path("earned").path("amount").asString()).isEqualTo("10.00");
        });
        await("all events published")
                .atMost(PATIENCE)
                .pollInterval(WHOLE_TOPIC)
                .until(() -> told("commission.statement-issued.v1").size() == PARTNERS);
    }

    private void payoutsArePaidOnce() {
        String batch = post(
                        "/api/payout-batches",
                        """
                        {"batchId":"killed","cutOff":"%s","currencies":["USD"]}
                        """
                                .formatted(LocalDate.now(ZoneOffset.UTC)),
                        MAKER)
                .header("Location")
                .orElseThrow();
        killUntil(() -> get(batch).path("status").asString().equals("PLANNED"));
        assertThat(get(batch).path("totals").get(0).path("amount").asString()).isEqualTo(ALL_OF_IT);

        // The kill may come before or after the answer. Either the approval is stored or it can be given again.
        Thread approving = new Thread(() -> tryPost(batch + "/approve", CHECKER));
        approving.start();
        commission.kill();
        commission.start(LATER);
        join(approving);
        post(batch + "/approve", "", CHECKER);
        await("all approved")
                .atMost(PATIENCE)
                .until(() -> get(batch).path("payouts").path("APPROVED").asInt() == PARTNERS);
        assertThat(post(batch + "/submit", "{\"withoutFile\":\"Entered on the bank's site.\"}", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUBMITTED");

        Thread reporting = new Thread(() -> reportAll(batch));
        reporting.start();
        await("some paid")
                .atMost(PATIENCE)
                .pollInterval(WHOLE_TOPIC)
                .until(() -> told("commission.payout-paid.v1").size() > choices.nextInt(PARTNERS / 2));
        commission.kill();
        commission.start(LATER);
        join(reporting);
        reportAll(batch);

        assertThat(get(batch).path("payouts").path("PAID").asInt()).isEqualTo(PARTNERS);
        await("all events published")
                .atMost(PATIENCE)
                .pollInterval(WHOLE_TOPIC)
                .until(() -> told("commission.payout-paid.v1").size() == PARTNERS);
        for (String partner : partners) {
            assertThat(get("/api/balances/" + partner)
                            .path("items")
                            .get(0)
                            .path("paid")
                            .asString())
                    .as(partner)
                    .isEqualTo("10.00");
        }
    }

    /** Reports each result until it is answered, because a caller without an answer reports again. */
    private void reportAll(String batch) {
        for (String partner : partners) {
            String payout = batch.substring(batch.lastIndexOf('/') + 1) + "." + partner + ".USD";
            try {
                post(
                        "/api/payouts/" + payout + "/outcome",
                        "{\"outcome\":\"PAID\",\"on\":\"%s\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(DAYS_LATER)),
                        MAKER);
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    /** Kills the service at a random moment, starts it again, and waits until its background work is done. */
    private void killUntil(BooleanSupplier done) {
        if (!done.getAsBoolean()) {
            long end =
                    System.nanoTime() + Duration.ofMillis(choices.nextInt(400)).toNanos();
            await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() > end);
            commission.kill();
            commission.start(LATER);
        }
        await("done").atMost(PATIENCE).until(done::getAsBoolean);
    }

    /** Subjects of the events of a type, without those that were published again. */
    private HashSet<String> told(String type) {
        HashSet<String> subjects = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record :
                new Topics(cluster).read(events.prefix() + Topics.COMMISSION_EVENTS)) {
            if (Topics.header(record, "ce_type").equals(type)) {
                subjects.add(Topics.header(record, "ce_subject"));
            }
        }
        return subjects;
    }

    private String payable() {
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (String partner : partners) {
            JsonNode items = get("/api/balances/" + partner).path("items");
            sum = sum.add(new java.math.BigDecimal(items.path(0).path("payable").asString("0.00")));
        }
        return sum.toPlainString();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        get(path + "&limit=200").path("items").forEach(items::add);
        return items;
    }

    private JsonNode get(String path) {
        return Http.get(commission.url(path)).json();
    }

    private Answer post(String path, String json, String actor) {
        return Http.postAs(actor, commission.url(path), json);
    }

    private void put(String path, String json) {
        Answer stored = Http.putAs(MAKER, commission.url(path), json);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    }

    private void tryPost(String path, String actor) {
        try {
            post(path, "", actor);
        } catch (UncheckedIOException killed) {
            // The kill interrupts the request.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
