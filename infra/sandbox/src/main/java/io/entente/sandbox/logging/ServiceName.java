package io.entente.sandbox.logging;

import org.jspecify.annotations.Nullable;

/** Whose thread this is. The threads that it makes, virtual ones too, are the same service's. */
public final class ServiceName {

    private static final InheritableThreadLocal<@Nullable String> NAME = new InheritableThreadLocal<>();

    private ServiceName() {}

    /** This thread, and those it makes from now on, are a service's. */
    public static void becomes(String service) {
        NAME.set(service);
    }

    static @Nullable String current() {
        return NAME.get();
    }
}
