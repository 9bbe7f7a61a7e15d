package io.entente.platform.events.outbox;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Makes Spring Data use {@link OutboxCodec} for the outbox of a mapped document. */
final class OutboxConversions {

    private OutboxConversions() {}

    @WritingConverter
    enum Writing implements Converter<Outbox, RawBsonDocument> {
        INSTANCE;

        @Override
        public RawBsonDocument convert(Outbox outbox) {
            return new RawBsonDocument(outbox, OutboxCodec.INSTANCE);
        }
    }

    @ReadingConverter
    enum Reading implements Converter<Document, Outbox> {
        INSTANCE;

        @Override
        public Outbox convert(Document stored) {
            return OutboxCodec.INSTANCE.decode(
                    stored.toBsonDocument().asBsonReader(),
                    DecoderContext.builder().build());
        }
    }
}
