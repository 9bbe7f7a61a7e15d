package io.entente.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was started, the last first, when the process is asked to end; the only shutdown hook of the sandbox. Whoever
 * is still starting by then is left to end with the process, as after a kill, which every part survives.
 */
final class Shutdown {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean stopping;

    void hookIn() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "stop-sandbox"));
    }

    /** Remembers what to close. Once the process is ending, closes it at once. */
    synchronized <T extends AutoCloseable> T add(T closeable) {
        if (stopping) {
            close(closeable);
        } else {
            started.push(closeable);
        }
        return closeable;
    }

    synchronized void run() {
        stopping = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // The next one has to be closed all the same. No logger in a field: the class is loaded before logging is
            // set up.
            log().warn("Closing {} failed", closeable.getClass().getSimpleName(), e);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Shutdown.class);
    }
}
