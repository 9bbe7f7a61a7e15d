package io.entente.benchmarks.pricing;

import io.entente.benchmarks.Benchmark;
import io.entente.benchmarks.MarkdownTable;
import io.entente.benchmarks.Options;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link PricingBenchmark} with JMH in one thread of a separate JVM. */
public final class PricingSpeed implements Benchmark {

    private final Options options;
    private final MarkdownTable table = new MarkdownTable("what", "pricings/s on one core");

    public PricingSpeed(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsServers() {
        return false;
    }

    @Override
    public void measure() throws Exception {
        int seconds = options.quick() ? 1 : 3;
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(PricingBenchmark.class.getSimpleName())
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .threads(1)
                        .forks(options.rounds())
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(seconds))
                        .build())
                .run()) {
            Result<?> result = run.getPrimaryResult();
            table.row(
                    result.getLabel(),
                    String.format(
                            Locale.ROOT,
                            "**%,.0f** (%,.0f – %,.0f)",
                            result.getScore(),
                            result.getStatistics().getMin(),
                            result.getStatistics().getMax()));
        }
    }

    @Override
    public String report() {
        return "### Pricing\n\n" + table.render();
    }
}
