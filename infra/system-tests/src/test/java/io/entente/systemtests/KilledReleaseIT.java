package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.systemtests.faults.FaultPoint;
import io.entente.testkit.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Kills the service with {@code kill -9} while clients' payments release commission and the sweep makes it payable: at random moments,
 * and between a release's write and its publication. Every cent still becomes payable once and is published once.
 */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class KilledReleaseIT {

    private static final String PARTNER = "par_release";
    private static final String PREFIX = "release.";
    private static final int DEALS = 24;
    private static final int INSTALMENTS = 3;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Commands commands = new Commands();
    private final ForeignEvents events;
    private final ServiceProcess service;

    KilledReleaseIT(Cluster cluster) {
        this.cluster = cluster;
        events = new ForeignEvents(cluster, PREFIX);
        service = cluster.add(
                Cluster.COMMISSION,
                "commission-release",
                "commission_release",
                "--entente.messaging.topic-prefix=" + PREFIX,
                "--spring.cloud.stream.default.group=" + PREFIX + "commission",
                "--entente.commission.release-sweep-interval=50ms");
    }

    @AfterEach
    void stop() {
        events.close();
        cluster.remove(service);
    }

    @Test
    void killed_during_release_every_instalment_is_payable_once_and_told_once() {
        Random choices = Seed.of("KilledReleaseIT");
        service.start();
        plan();
        events.profile(PARTNER);
        IntStream.rangeClosed(1, DEALS).forEach(i -> events.publishDeal("ref_release", PARTNER, i));
        await("all deals accrued").atMost(PATIENCE).ignoreExceptions().until(() -> balance("accrued")
                .equals(DEALS * 10 + ".00"));

        List<CompletableFuture<Answer>> paid = pay(choices);
        killAtAnyMoment(choices);
        killAtOutbox(choices);
        paid.forEach(CompletableFuture::join);

        await("all payable").atMost(PATIENCE).ignoreExceptions().until(() -> balance("payable")
                .equals(DEALS * 10 + ".00"));
        assertThat(balance("accrued")).isEqualTo("0.00");
        Answer verified = Http.post(service.url("/api/ledger/verify"), "");
        assertThat(verified.json().path("verified").asBoolean())
                .as(verified.body())
                .isTrue();
        commands.assertNoViolations();
        assertEachReleaseIsToldOnce();
    }

    private void assertEachReleaseIsToldOnce() {
        Topics topics = new Topics(cluster);
        await("every release published")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> releasedCents(topics) >= DEALS * 1000L);
        assertThat(releasedCents(topics)).isEqualTo(DEALS * 1000L);
        assertThat(topics.gaps(PREFIX + Topics.COMMISSION_EVENTS)).isEmpty();
    }

    /** Counts each event id once, because an event may be published again. */
    private static long releasedCents(Topics topics) {
        return topics.read(PREFIX + Topics.COMMISSION_EVENTS).stream()
                .filter(record -> Topics.header(record, "ce_type").equals("commission.commission-released.v1"))
                .collect(java.util.stream.Collectors.toMap(
                        record -> Topics.header(record, "ce_id"),
                        record -> cents(Topics.data(record).path("amount")),
                        (first, again) -> first))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long cents(JsonNode money) {
        return new java.math.BigDecimal(money.path("amount").asString())
                .movePointRight(2)
                .longValueExact();
    }

    /** Sends three instalments of each deal in random order, each until it is accepted. */
    private List<CompletableFuture<Answer>> pay(Random choices) {
        List<String[]> payments = new java.util.ArrayList<>();
        for (int deal = 1; deal <= DEALS; deal++) {
            for (int instalment = 1; instalment <= INSTALMENTS; instalment++) {
                String amount = instalment == INSTALMENTS ? "33.34" : "33.33";
                payments.add(new String[] {"pay-%d-%d".formatted(deal, instalment), "ref_release/" + deal, amount});
            }
        }
        java.util.Collections.shuffle(payments, choices);
        return payments.stream()
                .map(payment -> commands.send(
                        () -> service.url("/api/client-payments"),
                        """
                        {"paymentId":"%s","dealId":"%s","amount":{"amount":"%s","currency":"USD"},"paidOn":"2026-01-10"}
                        """
                                .formatted((Object[]) payment),
                        payment[0]))
                .toList();
    }

    private void killAtAnyMoment(Random choices) {
        for (int i = 0; i < KILLS - 1; i++) {
            long seen = transactions();
            long until = seen + 1 + choices.nextInt(20);
            await("further transactions")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> transactions() >= Math.min(until, DEALS * 5L));
            service.kill();
            service.start();
        }
    }

    private void killAtOutbox(Random choices) {
        List<FaultPoint> points = FaultPoint.ofOutbox();
        FaultPoint point = points.get(choices.nextInt(points.size()));
        service.kill();
        PlannedFault fault = PlannedFault.at(point, 1);
        service.start(fault);
        await(fault + " or all released")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> fault.hasStruck() || balance("accrued").equals("0.00"));
        service.kill();
        service.start();
    }

    private long transactions() {
        return cluster.mongo()
                .getDatabase("commission_release")
                .getCollection("ledger_transactions")
                .countDocuments();
    }

    private String balance(String account) {
        return Http.get(service.url("/api/balances/" + PARTNER))
                .json()
                .path("items")
                .get(0)
                .path(account)
                .asString();
    }

    private void plan() {
        Answer added = Http.post(
                service.url("/api/commission-plans"),
                """
                {"code":"release","noticeReason":"It was agreed.","name":"Ten percent","effectiveFrom":"2000-01-01",
                 "appliesTo":{"partnerIds":["%s"]},"rule":{"type":"PERCENT","rate":"0.10"}}
                """
                        .formatted(PARTNER));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }
}
