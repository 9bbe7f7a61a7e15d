package io.entente.platform.events.consume;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/** Passes the raw records of a poll to functions in batch mode, as {@link RawRecordConverter} does with single records. */
final class RawBatchConverter extends BatchMessagingMessageConverter {

    private static final byte[] NOTHING = new byte[0];

    RawBatchConverter() {
        super(null);
        setRawRecordHeader(true);
        setHeaderMapper(new SimpleKafkaHeaderMapper("!*"));
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, Type type) {
        Object value = record.value();
        return value == null ? NOTHING : value;
    }
}
