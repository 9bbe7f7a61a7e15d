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
 * What the command line asks for.
 *
 * @param dataDir where data is kept; null keeps nothing
 * @param demo whether to play the demo program
 * @param help whether to only say what the options are
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
     * @param environment of the process: where caches go
     * @throws UsageException at the first argument that isn't understood
     */
    static SandboxOptions parse(List<String> arguments, Map<String, String> environment, Path home) {
        Parser parser = new Parser(home);
        arguments.stream().filter(argument -> !argument.isBlank()).forEach(parser::take);
        return parser.options(environment);
    }

    int port(SandboxPort port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** What {@code --help} prints. */
    static String usage() {
        String ports = SandboxPort.all().stream()
                .map(port -> "  --%-30s %s (%d)%n".formatted(port.option() + "=PORT", port.wantedBy(), port.standard()))
                .collect(Collectors.joining());
        return """
                Runs all of Entente in one process: broker, store, mail server and the services.

                  --data-dir=PATH                  where data is kept (${XDG_CACHE_HOME:-~/.cache}/entente/sandbox)
                  --memory                         keep nothing
                  --demo                           play a small partner program; what is there already stays as it is
                  --help                           this text

                Ports, with their standard values:
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
                throw new UsageException(name + " takes no value");
            }
            return true;
        }

        private Path directory(@Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new UsageException("--data-dir needs a directory: --data-dir=PATH");
            }
            try {
                // The shell leaves a ~ alone that doesn't begin a word.
                return value.startsWith("~/") ? home.resolve(value.substring(2)) : Path.of(value);
            } catch (InvalidPathException e) {
                throw new UsageException("--data-dir is no path on this system: " + value);
            }
        }

        private void takePort(String name, @Nullable String value) {
            SandboxPort port = SandboxPort.all().stream()
                    .filter(known -> name.equals("--" + known.option()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("unknown option " + name + "; --help lists them"));
            ports.put(port, number(name, value));
        }

        private static int number(String name, @Nullable String value) {
            try {
                int number = Integer.parseInt(value == null ? "" : value);
                if (number >= 1 && number <= HIGHEST_PORT) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number out of range.
            }
            throw new UsageException(name + " needs a port from 1 to " + HIGHEST_PORT + ": " + name + "=PORT");
        }

        SandboxOptions options(Map<String, String> environment) {
            if (memory && dataDir != null) {
                throw new UsageException("--memory and --data-dir contradict each other");
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
                    throw new UsageException("--%s and --%s are both %d"
                            .formatted(other, port.getKey().option(), port.getValue()));
                }
            }
        }

        private Path standardDirectory(Map<String, String> environment) {
            String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
            // The XDG base directory specification has relative paths ignored.
            Path base = caches.startsWith("/") ? Path.of(caches) : home.resolve(".cache");
            return base.resolve("entente").resolve("sandbox");
        }
    }
}
