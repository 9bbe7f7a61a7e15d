package io.entente.platform.events.envelope;

import org.jspecify.annotations.Nullable;

/**
 * The cause of what the current thread does. It is set when work enters the service (by a request or an event) and read when
 * an event is recorded, so that no signature of the domain has to carry it.
 *
 * @param correlationId the same for everything that one request from outside has caused
 * @param causationId id of the event that is being handled; null during a request
 */
public record Causality(@Nullable String correlationId, @Nullable String causationId) {

    private static final Causality NONE = new Causality(null, null);
    private static final ThreadLocal<Causality> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** The cause of the current thread's work; without ids if nothing has set them. */
    public static Causality current() {
        return CURRENT.get();
    }

    /** Sets the cause until the scope is closed. */
    public static Scope enter(Causality cause) {
        Causality before = CURRENT.get();
        CURRENT.set(cause);
        return () -> {
            if (before.equals(NONE)) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Restores the previous cause when it is closed. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
