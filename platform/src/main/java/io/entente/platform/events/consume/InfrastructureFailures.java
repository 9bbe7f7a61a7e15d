package io.entente.platform.events.consume;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells a store or broker that is away from an event that is bad. The first is retried for ever; taking it for the second
 * would park good events whenever a server restarts.
 */
public final class InfrastructureFailures {

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            MongoSocketException.class,
            MongoInterruptedException.class,
            MongoTimeoutException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            RetriableException.class);

    /** Deeper than any real chain; a cycle must not hang the consumer. */
    private static final int MAX_CAUSES = 20;

    private InfrastructureFailures() {}

    public static boolean include(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            Throwable current = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(current)) || isClosedClient(current)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The driver's word for a client that was closed under us, at shutdown; the next owner of the partition goes on. */
    private static boolean isClosedClient(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IllegalStateException && message != null && message.contains("state should be: open");
    }
}
