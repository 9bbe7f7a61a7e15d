package io.entente.sandbox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line.
 *
 * @param dataDir the data directory; null keeps the data only in memory
 * @param demo whether to play the demo
 * @param help whether to only print the options
 * @param ports the port of each {@link SandboxPort}, all of them different
 */
record SandboxOptions(@Nullable Path dataDir, boolean demo, boolean help, Map<SandboxPort, Integer> ports) {

    private static final int HIGHEST_PORT = 65_535;

    SandboxOptions {
        ports = Map.copyOf(ports);
    }

    /**
     * Reads the command line.
     *
     * @param environment of the process; decides the default data directory
     * @throws UsageException for the first invalid argument
     */
    static SandboxOptions parse(List<String> arguments, Map<String, String> environment, Path home) {
        Parser parser = new Parser(home);
        arguments.stream().filter(argument -> !argument.isBlank()).forEach(parser::take);
        return parser.options(environment);
    }

    int port(SandboxPort port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** The text of {@code --help}. */
    static String usage() {
        String ports = SandboxPort.all().stream()
                .map(port -> "  --%-30s %s (%d)%n".formatted(port.option() + "=PORT", port.user(), port.standard()))
                .collect(Collectors.joining());
        return """
                Runs all of Entente in one process: the broker, the store, the mail server, the identity server and the
                services.

                  --data-dir=PATH                  the data directory (${XDG_CACHE_HOME:-~/.cache}/entente/sandbox)
                  --memory                         keep the data only in memory
                  --demo                           play a small partner program; existing data is not changed
                  --help                           print this text

                Ports and their defaults:
                %s"""
                .formatted(ports);
    }

    private static final class Parser {
        private final Path home;
        private final Map<SandboxPort, Integer> ports = new HashMap<>();
        private @Nullable Path dataDir;
        private boolean memory;
        private boolean demo;
        private boolean help;

        Parser(Path home) {
            this.home = home;
        }

        void take(String argument) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? null : argument.substring(equals + 1);
            switch (name) {
                case "--memory" -> memory = flag(name, value);
                case "--demo" -> demo = flag(name, value);
                case "--help", "-h" -> help = flag(name, value);
                case "--data-dir" -> dataDir = directory(value);
                default -> takePort(name, value);
            }
        }

        private static boolean flag(String name, @Nullable String value) {
            if (value != null) {
                throw new UsageException(name + " does not take a value");
            }
            return true;
        }

        private Path directory(@Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new UsageException("--data-dir needs a directory, such as --data-dir=/var/tmp/entente");
            }
            try {
                // The shell does not expand a ~ in the middle of a word.
                return value.startsWith("~/") ? home.resolve(value.substring(2)) : Path.of(value);
            } catch (InvalidPathException e) {
                throw new UsageException("--data-dir must be a valid path on this system: " + value);
            }
        }

        private void takePort(String name, @Nullable String value) {
            SandboxPort port = SandboxPort.all().stream()
                    .filter(known -> name.equals("--" + known.option()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("Unknown option " + name + ". --help lists the options"));
            ports.put(port, number(name, value));
        }

        private static int number(String name, @Nullable String value) {
            try {
                int number = Integer.parseInt(value == null ? "" : value);
                if (number >= 1 && number <= HIGHEST_PORT) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Reported below, together with numbers that are out of range.
            }
            throw new UsageException(name + " needs a port from 1 to " + HIGHEST_PORT + ", such as " + name + "=9000");
        }

        SandboxOptions options(Map<String, String> environment) {
            if (memory && dataDir != null) {
                throw new UsageException("--memory and --data-dir cannot be combined");
            }
            for (SandboxPort port : SandboxPort.all()) {
                ports.putIfAbsent(port, port.standard());
            }
            requireDifferent(ports);
            Path kept = dataDir == null ? standardDirectory(environment) : dataDir;
            return new SandboxOptions(memory ? null : kept.toAbsolutePath().normalize(), demo, help, ports);
        }

        private static void requireDifferent(Map<SandboxPort, Integer> ports) {
            Map<Integer, String> taken = new HashMap<>();
            for (Entry<SandboxPort, Integer> port : ports.entrySet()) {
                String other = taken.putIfAbsent(port.getValue(), port.getKey().option());
                if (other != null) {
                    throw new UsageException("--%s and --%s must differ, but both are %d"
                            .formatted(other, port.getKey().option(), port.getValue()));
                }
            }
        }

        private Path standardDirectory(Map<String, String> environment) {
            String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
            // The XDG base directory specification says that relative paths are ignored.
            Path base = caches.startsWith("/") ? Path.of(caches) : home.resolve(".cache");
            return base.resolve("entente").resolve("sandbox");
        }
    }
}
