package io.entente.benchmarks.cost;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Runs a service in a process of its own and reports its store round trips at {@code /actuator/metrics}. The first argument
 * names the service's application class, the others go to the service.
 */
public final class MeasuredService {

    /** Names of the meters. */
    public static final String ROUND_TRIPS = "benchmark.store.roundtrips";

    public static final String BEFORE_THE_ANSWER = "benchmark.store.roundtrips.before.answer";

    private MeasuredService() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        SpringApplicationBuilder service = (SpringApplicationBuilder)
                Class.forName(arguments[0]).getMethod("service").invoke(null);
        StoreRoundTrips roundTrips = new StoreRoundTrips();
        roundTrips.observe(service);
        MeterRegistry meters =
                service.run(Arrays.copyOfRange(arguments, 1, arguments.length)).getBean(MeterRegistry.class);
        FunctionCounter.builder(ROUND_TRIPS, roundTrips, StoreRoundTrips::all).register(meters);
        FunctionCounter.builder(BEFORE_THE_ANSWER, roundTrips, StoreRoundTrips::beforeTheAnswer)
                .register(meters);
    }
}
