package io.entente.platform.events.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventRecordsTest {

    private static final EventEnvelope ENVELOPE = new EventEnvelope(
            "referral.events/ref_1/3",
            "referral.deal-closed.v1",
            "/referral-service",
            "ref_1",
            Instant.parse("2026-03-02T09:00:00.123456Z"),
            "par_1",
            3,
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "cor_1",
            "partner.events/par_1/2");

    @Test
    void what_is_written_is_what_is_read() {
        ProducerRecord<String, byte[]> record = CloudEventRecords.write("t", ENVELOPE, "{}".getBytes(UTF_8));

        assertThat(record.key()).isEqualTo("par_1");
        assertThat(CloudEventRecords.read(record.headers())).isEqualTo(ENVELOPE);
    }

    @Test
    void headers_are_those_of_the_binary_mode() {
        ProducerRecord<String, byte[]> record = CloudEventRecords.write("t", ENVELOPE, "{}".getBytes(UTF_8));

        assertThat(CloudEventRecords.text(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEventRecords.text(record.headers(), "ce_sequence")).isEqualTo("3");
        assertThat(CloudEventRecords.text(record.headers(), "ce_partitionkey")).isEqualTo("par_1");
        assertThat(CloudEventRecords.text(record.headers(), "content-type")).isEqualTo("application/json");
        assertThat(CloudEventRecords.text(record.headers(), "traceparent")).startsWith("00-4bf9");
    }

    @Test
    void a_tombstone_has_no_value() {
        assertThat(CloudEventRecords.write("t", ENVELOPE, null).value()).isNull();
    }

    @Test
    void a_record_without_the_attributes_is_unreadable_not_a_crash() {
        assertThatThrownBy(() -> CloudEventRecords.read(new RecordHeaders()))
                .isInstanceOf(UnreadableEventException.class);
        RecordHeaders headers = new RecordHeaders(
                CloudEventRecords.write("t", ENVELOPE, null).headers().toArray());
        headers.remove("ce_sequence");
        assertThatThrownBy(() -> CloudEventRecords.read(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("sequence");
        headers.add("ce_sequence", "three".getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEventRecords.read(headers)).isInstanceOf(UnreadableEventException.class);
    }
}
