package io.entente.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs subject and ceiling until the compiler has little left to do. In the first minute or two the compiler takes most of a core,
 * which is half of a machine with two cores.
 */
public final class WarmUp {

    private static final double BUSY_COMPILER = 0.15;
    private static final int MAX_ROUNDS = 12;

    private WarmUp() {}

    /** A round of the measurement. */
    public interface Round {

        /** @return the speed of the round, as text or as a number */
        Object run() throws Exception;
    }

    public static void with(String name, Options options, Round round) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share = 1;
        for (int i = 0; share > BUSY_COMPILER && i < (options.quick() ? 1 : MAX_ROUNDS); i++) {
            long compiled = compiler.getTotalCompilationTime();
            long start = System.nanoTime();
            Object speed = round.run();
            share = (compiler.getTotalCompilationTime() - compiled)
                    / (double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            Progress.say("%s, warming up: %s, the compiler busy for %.0f %%", name, speed, 100 * share);
        }
    }
}
