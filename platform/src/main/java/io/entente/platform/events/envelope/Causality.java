package io.entente.platform.events.envelope;

import org.jspecify.annotations.Nullable;

/**
 * What the current thread is working on behalf of: set at the edge (a request, an event taken off Kafka) and read when an
 * event is recorded, so that no domain signature carries it.
 *
 * @param correlationId the same for everything that one outside request set off
 * @param causationId id of the event being handled; absent in a request
 */
public record Causality(@Nullable String correlationId, @Nullable String causationId) {

    private static final Causality NONE = new Causality(null, null);
    private static final ThreadLocal<Causality> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** What the current thread works on behalf of; without ids where nothing set them. */
    public static Causality current() {
        return CURRENT.get();
    }

    /** Works on behalf of the given cause until the scope is closed. */
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

    /** Ends what {@link #enter} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
