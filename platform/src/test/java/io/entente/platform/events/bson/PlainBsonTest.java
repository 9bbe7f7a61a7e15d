package io.entente.platform.events.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

class PlainBsonTest {

    private static final Document EVERYTHING = new Document("_id", "p-1/7")
            .append("text", "Zürich 東京")
            .append("empty", "")
            .append("long", 1L << 40)
            .append("int", -3)
            .append("flag", true)
            .append("other", false)
            .append("time", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
            .append("nothing", null)
            .append("list", List.of("a", new Document("b", 1), List.of(2L)))
            .append("none", List.of())
            .append("part", new Document("inner", new Document()));

    @Test
    void the_bytes_are_those_of_the_drivers_codec() {
        BasicOutputBuffer drivers = new BasicOutputBuffer();
        new DocumentCodec()
                .encode(
                        new BsonBinaryWriter(drivers),
                        EVERYTHING,
                        EncoderContext.builder().build());

        var encoded = PlainBson.encode(EVERYTHING).getByteBuffer().asNIO();

        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        assertThat(bytes).isEqualTo(drivers.toByteArray());
    }

    @Test
    void a_binary_fraction_is_refused() {
        Document document = new Document("amount", 0.1);

        assertThatThrownBy(() -> PlainBson.encode(document)).hasMessageContaining("amount");
    }

    @Test
    void a_name_that_would_end_early_is_refused() {
        Document document = new Document("plan\0_id", 1);

        assertThatThrownBy(() -> PlainBson.encode(document)).hasMessageContaining("plan?_id");
    }
}
