package io.entente.servers;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of a server when it is first needed, and remembers it. The server is the running one that the environment
 * names; otherwise one in a container if the caller wants containers; otherwise one in this JVM.
 */
final class ServerAddress {

    private final String variable;
    private final Supplier<String> container;
    private final Supplier<String> local;
    private @Nullable String found;

    ServerAddress(String variable, Supplier<String> container, Supplier<String> local) {
        this.variable = variable;
        this.container = container;
        this.local = local;
    }

    String get() {
        return get(System::getenv, System.getProperty("infra", "local"));
    }

    /** A failure isn't remembered, so that each test reports the cause and not only the first. */
    synchronized String get(UnaryOperator<@Nullable String> environment, String infra) {
        if (found == null) {
            found = find(environment.apply(variable), infra);
        }
        return found;
    }

    private String find(@Nullable String running, String infra) {
        if (running != null && !running.isBlank()) {
            return running;
        }
        return switch (infra) {
            case "containers" -> container.get();
            case "local" -> local.get();
            default ->
                throw new IllegalArgumentException("-Dinfra must be 'local' or 'containers', not '" + infra + "'");
        };
    }

    /** Puts {@code database} into a connection string that may have another one, and keeps the options after it. */
    static String withDatabase(String mongoUri, String database) {
        int question = mongoUri.indexOf('?');
        String address = question < 0 ? mongoUri : mongoUri.substring(0, question);
        String options = question < 0 ? "" : mongoUri.substring(question);
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return (path < 0 ? address : address.substring(0, path)) + "/" + database + options;
    }
}
