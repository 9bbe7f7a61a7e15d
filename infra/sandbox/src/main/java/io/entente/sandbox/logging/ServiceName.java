package io.entente.sandbox.logging;

import org.jspecify.annotations.Nullable;

/** The service that a thread works for. Threads inherit it from the thread that creates them, and so do virtual threads. */
public final class ServiceName {

    private static final InheritableThreadLocal<@Nullable String> NAME = new InheritableThreadLocal<>();

    private ServiceName() {}

    /** Assigns this thread, and the threads that it creates from now on, to a service. */
    public static void set(String service) {
        NAME.set(service);
    }

    static @Nullable String current() {
        return NAME.get();
    }
}
