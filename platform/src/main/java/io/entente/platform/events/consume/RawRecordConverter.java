package io.entente.platform.events.consume;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/**
 * Hands the binder's functions the record itself, in {@code KafkaHeaders.RAW_DATA}; a null value arrives as an empty payload
 * instead of an object the function can't take.
 */
final class RawRecordConverter extends MessagingMessageConverter {

    private static final byte[] NOTHING = new byte[0];

    RawRecordConverter() {
        setRawRecordHeader(true);
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        Object value = record.value();
        return value == null ? NOTHING : value;
    }
}
