package io.entente.platform.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class LoggedAttemptsTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedAttempts.class);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void an_event_that_waits_for_another_topic_is_information() {
        failed(new IllegalStateException("listener", new NotYetException("partner par_new")), 3);

        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .startsWith("Attempt 3 at commission.events-2@41 failed and is repeated: ")
                    .endsWith("not known here yet: partner par_new");
        });
    }

    @Test
    void any_other_failure_is_a_warning() {
        failed(new IllegalStateException("listener", new DataAccessResourceFailureException("no store")), 1);

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    private static void failed(Exception failure, int attempt) {
        new LoggedAttempts()
                .failedDelivery(new ConsumerRecord<>("commission.events", 2, 41, "k", "v"), failure, attempt);
    }
}
