package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sandbox is alone on its data directory and survives being killed in the middle of the demo. */
class KilledSandboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REFERRALS = 40;
    private static final int SOME_REFERRALS = 12;

    /** 12 deals are won through the API, three of them with shared credit. 3 come from the CRM, and one of those earns nothing. */
    private static final int COMMISSIONS = 17;

    @TempDir
    Path dir;

    @Test
    void after_a_kill_the_demo_continues_where_it_stopped() {
        List<Integer> ports = SandboxProcess.freePorts();
        List<String> acknowledged;
        Map<TopicPartition, Long> read;
        try (SandboxProcess sandbox = start(ports)) {
            sandbox.awaitLine("Playing the demo");
            acknowledged = Awaitility.await("some referrals")
                    .atMost(PATIENCE)
                    .until(() -> referralIds(sandbox), ids -> ids.size() >= SOME_REFERRALS);
            read = committed(sandbox, "notification-service");
            refusesASecondOne(ports);
            sandbox.kill();
        }
        try (SandboxProcess sandbox = start(ports)) {
            sandbox.awaitLine("Ready in ");
            assertThat(referralIds(sandbox)).containsAll(acknowledged);
            committed(sandbox, "notification-service").forEach((partition, offset) -> assertThat(offset)
                    .isGreaterThanOrEqualTo(read.getOrDefault(partition, 0L)));
            sandbox.awaitLine("All mails that were sent: ");
            assertThat(referralIds(sandbox)).hasSize(REFERRALS).doesNotHaveDuplicates();
            assertNothingIsDoubledOrMissing(sandbox);
        }
    }

    /** While a sandbox runs, a second one can use neither its data nor its ports. */
    private void refusesASecondOne(List<Integer> ports) {
        assertRefused(SandboxProcess.start(SandboxProcess.freePorts(), "--data-dir=" + dir), dir + " is in use");
        assertRefused(
                SandboxProcess.start(ports, "--memory"),
                "Port %d for partner-service is in use".formatted(ports.get(0)));
    }

    @Test
    void an_invalid_command_line_is_refused() {
        try (SandboxProcess refused = SandboxProcess.start(List.of(), "--verbose")) {
            assertThat(refused.awaitExit()).isEqualTo(2);
            assertThat(refused.errors()).singleElement().asString().contains("Unknown option --verbose");
        }
    }

    private static void assertRefused(SandboxProcess second, String reason) {
        try (second) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.errors()).singleElement().asString().contains(reason);
            assertThat(second.output()).isEmpty();
        }
    }

    private void assertNothingIsDoubledOrMissing(SandboxProcess sandbox) {
        List<JsonNode> commissions = sandbox.items(sandbox.url(SandboxService.COMMISSION) + "/api/commissions");
        assertThat(commissions)
                .extracting(commission -> commission.path("dealId").asString() + " "
                        + commission.path("partnerId").asString())
                .hasSize(COMMISSIONS)
                .doesNotHaveDuplicates();
        assertThat(sandbox.post(sandbox.url(SandboxService.COMMISSION) + "/api/ledger/verify", "{}")
                        .path("verified")
                        .asBoolean())
                .isTrue();
        Awaitility.await("every event to be consumed by the notification service")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(committed(sandbox, "notification-service"))
                        .containsAllEntriesOf(ends(sandbox, "commission.events")));
        for (SandboxService service : SandboxService.ALL) {
            JsonNode parked =
                    sandbox.get(sandbox.url(service) + "/actuator/parked").path("items");
            assertThat(parked.isArray()).as(service.serviceName()).isTrue();
            assertThat(parked).as(service.serviceName()).isEmpty();
        }
    }

    private SandboxProcess start(List<Integer> ports) {
        return SandboxProcess.start(ports, "--data-dir=" + dir, "--demo");
    }

    private static List<String> referralIds(SandboxProcess sandbox) {
        return sandbox.items(sandbox.url(SandboxService.REFERRAL) + "/api/referrals").stream()
                .map(referral -> referral.path("id").asString())
                .toList();
    }

    private static Map<TopicPartition, Long> committed(SandboxProcess sandbox, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.brokers()))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end offsets of the partitions that have records. */
    private static Map<TopicPartition, Long> ends(SandboxProcess sandbox, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.brokers()))) {
            Map<TopicPartition, OffsetSpec> partitions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .collect(Collectors.toMap(
                                    info -> new TopicPartition(topic, info.partition()), info -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .filter(entry -> entry.getValue().offset() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }
}
