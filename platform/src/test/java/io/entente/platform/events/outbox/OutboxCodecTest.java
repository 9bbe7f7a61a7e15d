package io.entente.platform.events.outbox;

import static io.entente.platform.events.outbox.Records.NOON;
import static io.entente.platform.events.outbox.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.events.envelope.EventEnvelope;
import java.util.List;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class OutboxCodecTest {

    private static final DecoderContext DECODING = DecoderContext.builder().build();

    private final Outbox outbox = Outbox.after(
            new Outbox(1, NOON, List.of(record("a", 1), tombstone("a"))), 3, NOON, List.of(record("a", 2)));

    @Test
    void an_outbox_is_read_as_it_was_written() {
        assertThat(read(write(outbox))).isEqualTo(outbox);
    }

    @Test
    void a_mapped_document_has_the_same_form() {
        Document stored = new DocumentCodec().decode(write(outbox).asBsonReader(), DECODING);

        assertThat(OutboxConversions.Writing.INSTANCE.convert(outbox)).isEqualTo(write(outbox));
        assertThat(OutboxConversions.Reading.INSTANCE.convert(stored)).isEqualTo(outbox);
    }

    @Test
    void the_sweep_finds_an_outbox_among_the_other_fields_of_its_document() {
        Document stored = new Document("name", "whatever")
                .append("_id", "a")
                .append("outbox", Document.parse(write(outbox).toJson()).append("later", List.of(1)))
                .append("version", 3L);

        RawBsonDocument bytes = new RawBsonDocument(stored, new DocumentCodec());
        assertThat(new MongoOutboxStore.PendingCodec("partners").decode(bytes.asBsonReader(), DECODING))
                .isEqualTo(new PendingOutbox("partners", "a", outbox));
    }

    @Test
    void records_without_a_version_take_that_of_their_outbox() {
        Document stored = Document.parse(
                write(new Outbox(7, NOON, List.of(record("a", 1)))).toJson());
        stored.getList("records", Document.class).forEach(record -> record.remove("version"));

        Outbox read = read(new RawBsonDocument(stored, new DocumentCodec()));

        assertThat(read.records()).extracting(OutboxRecord::version).containsExactly(7L);
    }

    private static RawBsonDocument write(Outbox outbox) {
        return new RawBsonDocument(outbox, OutboxCodec.INSTANCE);
    }

    private static Outbox read(RawBsonDocument bytes) {
        try (BsonBinaryReader reader =
                new BsonBinaryReader(bytes.getByteBuffer().asNIO())) {
            return OutboxCodec.INSTANCE.decode(reader, DECODING);
        }
    }

    private static OutboxRecord tombstone(String subject) {
        EventEnvelope envelope = new EventEnvelope(
                "id", "test.profile.v1", "/test", subject, NOON.plusNanos(1), subject, 1, "trace", "request", "cause");
        return new OutboxRecord("test.profiles", envelope, null);
    }
}
