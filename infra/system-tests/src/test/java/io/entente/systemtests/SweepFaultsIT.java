package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.entente.testkit.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Two instances sweep the same clocks and both fail in the middle of it. Each event is still published exactly once. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.OWN_SERVICES)
class SweepFaultsIT {

    private static final int REFERRALS = 80;
    private static final int STEPS = 5;
    private static final String PARTNER = "sweep-partner";
    private static final String PREFIX = "sweep.";
    private static final String DATABASE = "sweep";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The response clock of this test runs for four seconds. */
    private static final String POLICIES =
            """
            {"calendars":[],"policies":[{"code":"fast","version":1,"effectiveFrom":"2000-01-01T00:00:00Z",
             "kind":"RESPONSE","direction":"INBOUND","tiers":[],"within":"PT4S","reminders":[50,80],
             "owner":"account-manager","escalations":[{"after":"PT1S","to":"partner-manager"},{"after":"PT2S","to":"ops"}]}]}""";

    private final Cluster cluster;

    SweepFaultsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void one_sweeper_is_killed_and_one_frozen_for_long_in_the_middle_and_each_thing_is_told_once() throws IOException {
        Random choices = Seed.of("SweepFaultsIT");
        Path policies = Files.writeString(Cluster.DIRECTORY.resolve("fast-policies.json"), POLICIES);
        try (ForeignEvents events = new ForeignEvents(cluster, PREFIX)) {
            events.profile(PARTNER);
            ServiceProcess frozen = sweeper("sweeper-a", policies).launch();
            ServiceProcess killed = sweeper("sweeper-b", policies).launch();
            frozen.awaitReady();
            killed.awaitReady();
            submitAll(frozen);

            int until = 1 + choices.nextInt(REFERRALS);
            await("a sweep under way").pollInterval(Duration.ofMillis(5)).until(() -> steps() >= until);
            frozen.freeze();
            killed.kill();
            long inTheMiddle = steps();
            assertThat(inTheMiddle).as("events when both instances had failed").isBetween(1L, STEPS * REFERRALS - 1L);
            killed.start();
            await("the other goes on").atMost(PATIENCE).until(() -> steps() > inTheMiddle);
            frozen.thaw();
            await("all told").atMost(PATIENCE).until(() -> steps() >= STEPS * REFERRALS);
            await("all published")
                    .atMost(PATIENCE)
                    .until(() -> Drain.fullOutboxes(cluster, List.of(DATABASE)), List::isEmpty);

            eachIsToldOnce();
            cluster.remove(frozen);
            cluster.remove(killed);
        }
    }

    private ServiceProcess sweeper(String instance, Path policies) {
        return cluster.add(
                Cluster.REFERRAL,
                instance,
                DATABASE,
                "--entente.referral.sla.first-policies=" + policies.toUri(),
                "--entente.referral.sla.sweep-interval=20ms",
                "--entente.messaging.topic-prefix=" + PREFIX,
                "--spring.cloud.stream.default.group=sweep-referral");
    }

    private static void submitAll(ServiceProcess service) {
        await("the partner heard of")
                .atMost(PATIENCE)
                .until(() -> submit(service, 0).join().status() == 201);
        IntStream.range(1, REFERRALS).mapToObj(i -> submit(service, i)).toList().forEach(submitted -> assertThat(
                        submitted.join().status())
                .isEqualTo(201));
    }

    private static CompletableFuture<Answer> submit(ServiceProcess service, int number) {
        String body = Bodies.referral(PARTNER, "Sweep " + number, "sweep-" + number);
        return Http.postAsync(service.url("/api/referrals"), body);
    }

    /** Events after the submissions, counted in the store. */
    private long steps() {
        MongoCollection<Document> referrals =
                cluster.mongo().getDatabase(DATABASE).getCollection("referrals");
        long events = 0;
        long count = 0;
        for (Document referral : referrals.find().projection(new Document("sequence", 1))) {
            events += referral.getLong("sequence");
            count++;
        }
        return events - count;
    }

    private void eachIsToldOnce() {
        Topics topics = new Topics(cluster);
        Map<String, Set<String>> bySequence = new TreeMap<>();
        Map<String, List<String>> told = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.read(PREFIX + Topics.REFERRAL_EVENTS)) {
            String subject = Topics.header(record, "ce_subject");
            if (bySequence.computeIfAbsent(subject, key -> new TreeSet<>()).add(Topics.header(record, "ce_sequence"))) {
                told.computeIfAbsent(subject, key -> new ArrayList<>()).add(what(record));
            }
        }
        assertThat(told).hasSize(REFERRALS);
        assertThat(told.values())
                .allSatisfy(events -> assertThat(events).containsExactly("submitted", "50", "80", "breach", "1", "2"));
        assertThat(topics.gaps(PREFIX + Topics.REFERRAL_EVENTS)).isEmpty();
    }

    private static String what(ConsumerRecord<byte[], byte[]> record) {
        JsonNode data = Topics.data(record);
        return switch (Topics.header(record, "ce_type")) {
            case "referral.referral-submitted.v1" -> "submitted";
            case "referral.sla-reminder-due.v1" -> data.path("elapsedPercent").asString();
            case "referral.sla-breached.v1" -> "breach";
            case "referral.sla-escalated.v1" -> data.path("level").asString();
            default -> Topics.header(record, "ce_type");
        };
    }
}
