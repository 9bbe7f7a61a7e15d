package io.entente.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.testkit.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the topics as they are now. */
final class Topics {

    static final String PARTNER_EVENTS = "partner.events";
    static final String PARTNER_PROFILES = "partner.profiles";
    static final String PARTNER_MEMBERS = "partner.members";
    static final String REFERRAL_EVENTS = "referral.events";
    static final String COMMISSION_EVENTS = "commission.events";
    static final String NOTIFICATION_EVENTS = "notification.events";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cluster cluster;

    Topics(Cluster cluster) {
        this.cluster = cluster;
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return TopicReader.readAll(cluster.brokers(), topic);
    }

    /**
     * Finds aggregates whose events aren't numbered 1, 2, 3 … in this order, and events that were published again with other
     * content. An event may be published again with the same content.
     */
    List<String> gaps(String topic) {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
            String subject = header(record, "ce_subject");
            long sequence = Long.parseLong(header(record, "ce_sequence"));
            long before = last.getOrDefault(subject, 0L);
            if (sequence > before + 1) {
                wrong.add("%s of %s comes after %d".formatted(sequence, subject, before));
            }
            last.put(subject, Math.max(before, sequence));
            String content = header(record, "ce_id") + text(record);
            if (!content.equals(seen.computeIfAbsent(subject + "/" + sequence, key -> content))) {
                wrong.add("%d of %s comes twice with another content".formatted(sequence, subject));
            }
        }
        return wrong;
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
        return JSON.readTree(record.value());
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), UTF_8);
    }
}
