package io.entente.benchmarks;

import io.entente.benchmarks.accrual.DealToAccrual;
import io.entente.benchmarks.flow.DealsOfOneClient;
import io.entente.benchmarks.flow.EndToEnd;
import io.entente.benchmarks.flow.LargeImport;
import io.entente.benchmarks.flow.ListPages;
import io.entente.benchmarks.flow.SubmissionLatency;
import io.entente.benchmarks.flow.TieredPricing;
import io.entente.benchmarks.pricing.PricingSpeed;
import io.entente.benchmarks.relay.RelayDrain;
import io.entente.benchmarks.statements.QuarterlyStatements;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Runs the benchmarks and prints the tables for the README. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(System.getProperties());
        LoggingSystem.get(Benchmarks.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        String machine = Machine.describe();
        Progress.say("measuring on %s", machine);
        List<Benchmark> benchmarks =
                options.benchmarks().stream().map(name -> named(name, options)).toList();
        for (Benchmark benchmark : benchmarks) {
            measure(benchmark, options);
        }
        System.out.println("\nMachine: " + machine + (options.quick() ? "; QUICK, not to be published" : ""));
        benchmarks.forEach(benchmark -> System.out.println("\n" + benchmark.report()));
        // Clients of stopped servers keep threads alive, and nobody needs to wait for those.
        System.exit(0);
    }

    private static void measure(Benchmark benchmark, Options options) throws Exception {
        String name = benchmark.getClass().getSimpleName();
        if (!benchmark.needsServers()) {
            benchmark.measure();
            Progress.say("%s done", name);
            return;
        }
        for (String store : Servers.stores(options)) {
            try (Servers servers = Servers.start(store)) {
                benchmark.measure(servers);
            }
            Progress.say("%s done, %s", name, store);
        }
    }

    private static Benchmark named(String name, Options options) {
        return switch (name) {
            case "pricing" -> new PricingSpeed(options);
            case "relay" -> new RelayDrain(options);
            case "accrual" -> new DealToAccrual(options);
            case "flow" -> new EndToEnd(options);
            case "statements" -> new QuarterlyStatements(options);
            case "submission" -> new SubmissionLatency(options);
            case "import" -> new LargeImport(options);
            case "deals" -> new DealsOfOneClient(options);
            case "tiers" -> new TieredPricing(options);
            case "list" -> new ListPages(options);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
