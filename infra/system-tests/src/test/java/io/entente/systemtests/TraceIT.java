package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The trace of the request that closes a deal continues to the commission's last event. */
@ExtendWith(ClusterExtension.class)
@ResourceLock(Cluster.SERVICES)
class TraceIT {

    private final Cluster cluster;

    TraceIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void the_trace_of_a_request_goes_on_in_every_event_it_causes() {
        Random choices = Seed.of("TraceIT");
        Load load = new Load(cluster, choices).prepare(1, 1);
        byte[] id = new byte[16];
        choices.nextBytes(id);
        String trace = HexFormat.of().formatHex(id);
        String dealId = "traced-" + trace;
        Answer closed = Http.post(
                cluster.service(Cluster.REFERRAL).url("/api/referrals/" + load.anyReferral() + "/deals"),
                """
                {"dealId":"%s","amount":{"amount":"1000.00","currency":"USD"},"closedOn":"2026-01-02"}
                """
                        .formatted(dealId),
                "traceparent",
                "00-%s-00f067aa0ba902b7-01".formatted(trace));
        assertThat(closed.status()).as(closed.body()).isEqualTo(201);
        for (String topic : List.of(Topics.REFERRAL_EVENTS, Topics.COMMISSION_EVENTS)) {
            await("the deal on " + topic)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> traces(topic, dealId), traces -> !traces.isEmpty());
            assertThat(traces(topic, dealId)).as(topic).containsExactly(trace);
        }
    }

    /** Trace ids of the records of a deal. */
    private Set<String> traces(String topic, String dealId) {
        return new Topics(cluster)
                .read(topic).stream()
                        .filter(record ->
                                Topics.data(record).path("dealId").asString("").equals(dealId))
                        .map(TraceIT::traceId)
                        .collect(Collectors.toSet());
    }

    /** The second part of {@code version-trace-span-flags}. */
    private static String traceId(ConsumerRecord<byte[], byte[]> record) {
        String[] parts = Topics.header(record, "traceparent").split("-");
        return parts.length == 4 ? parts[1] : "none";
    }
}
