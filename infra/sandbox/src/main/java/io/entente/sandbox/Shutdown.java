package io.entente.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes everything that was started, in reverse order, when the process ends. It is the only shutdown hook of the sandbox. A
 * part that is still starting ends with the process, as after a kill, and every part survives that.
 */
final class Shutdown {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean stopping;

    void register() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "stop-sandbox"));
    }

    /** Registers something to close. If the process is already ending, it is closed immediately. */
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
            // The others have to be closed nevertheless. The logger is not in a field, because this class is
            // loaded before the log is set up.
            log().warn("Closing {} failed", closeable.getClass().getSimpleName(), e);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Shutdown.class);
    }
}
