package io.entente.platform.runtime;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.entente.platform.domain.TransientFailure;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Recognises failures that pass by themselves: the store or the broker can't be reached, or another write came first. A
 * consumer retries these for ever and parks an event only for other failures; otherwise each restart of a server would park
 * good events. The REST interface answers them with 503.
 */
public final class TransientFailures {

    private static final List<Class<?>> TYPES = List.of(
            TransientFailure.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            MongoSocketException.class,
            MongoInterruptedException.class,
            MongoTimeoutException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            RetriableException.class);

    /** More causes than any real failure has. The bound ends the search if the causes form a cycle. */
    private static final int MAX_CAUSES = 20;

    private TransientFailures() {}

    /** Whether the failure, or one of its causes, is transient. */
    public static boolean isTransient(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            Throwable current = cause;
            if (TYPES.stream().anyMatch(type -> type.isInstance(current)) || isClosedClient(current)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The driver throws this if the client is closed at shutdown. The next owner of the partition continues. */
    private static boolean isClosedClient(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IllegalStateException && message != null && message.contains("state should be: open");
    }
}
