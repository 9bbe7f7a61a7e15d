package io.entente.platform.events.consume;

import io.entente.platform.domain.text.Unquoted;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/**
 * Logs one line for each failed attempt to consume a record. An event that waits for another topic is nothing to be alarmed about: its
 * attempts are information, and parking it in the end is logged as an error.
 */
final class LoggedAttempts implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAttempts.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        Throwable cause = failure == null ? null : NestedExceptionUtils.getMostSpecificCause(failure);
        LOG.atLevel(cause instanceof NotYetException ? Level.INFO : Level.WARN)
                .log(
                        "Attempt {} at {}-{}@{} failed and is repeated: {}",
                        attempt,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        cause == null ? "unknown" : Unquoted.of(cause.toString()));
    }
}
