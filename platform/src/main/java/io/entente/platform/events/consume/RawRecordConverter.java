package io.entente.platform.events.consume;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/**
 * Passes the raw record to a function of the binder, in {@code KafkaHeaders.RAW_DATA}. A null value becomes an empty payload,
 * because the function could not take the object that stands for null by default.
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
