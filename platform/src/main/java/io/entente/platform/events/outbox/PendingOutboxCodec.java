package io.entente.platform.events.outbox;

import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Reads the id and the outbox of a document directly from the driver's bytes. After an outage the sweep does so for each
 * event, and creating a map of each document cost more than sending the event.
 */
record PendingOutboxCodec(String collection) implements Codec<PendingOutbox> {

    @Override
    public Class<PendingOutbox> getEncoderClass() {
        return PendingOutbox.class;
    }

    @Override
    public PendingOutbox decode(BsonReader bson, DecoderContext context) {
        String id = null;
        Outbox outbox = null;
        bson.readStartDocument();
        while (bson.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (bson.readName()) {
                case "_id" -> id = bson.readString();
                case "outbox" -> outbox = OutboxCodec.INSTANCE.decode(bson, context);
                default -> bson.skipValue();
            }
        }
        bson.readEndDocument();
        return new PendingOutbox(
                collection, Objects.requireNonNull(id, "_id"), Objects.requireNonNull(outbox, "outbox"));
    }

    @Override
    public void encode(BsonWriter bson, PendingOutbox pending, EncoderContext context) {
        throw new UnsupportedOperationException("an outbox is written only as part of its aggregate's document");
    }
}
