package io.entente.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs subject and ceiling until the subject's compiler has little left to do. In the first minutes the compiler takes most of a core,
 * which is half of a machine with two cores, and the code that it has not compiled yet costs a multiple.
 */
public final class WarmUp {

    private static final double BUSY_COMPILER = 0.15;
    private static final int MAX_ROUNDS = 12;
    private static final int MAX_ROUNDS_OF_A_SERVICE = 20;

    private WarmUp() {}

    /** A round of the measurement. */
    public interface Round {

        /** @return the speed of the round, as text or as a number */
        Object run() throws Exception;
    }

    /** Tells how many milliseconds a compiler has worked so far. */
    public interface Compiler {

        long millis() throws Exception;
    }

    /** Warms up what runs in this process. */
    public static void with(String name, Options options, Round round) throws Exception {
        CompilationMXBean own = ManagementFactory.getCompilationMXBean();
        with(name, options.quick() ? 1 : MAX_ROUNDS, own::getTotalCompilationTime, round);
    }

    /** Warms up a service in a process of its own, whose compiler is given. */
    public static void of(Compiler service, String name, Options options, Round round) throws Exception {
        with(name, options.quick() ? 1 : MAX_ROUNDS_OF_A_SERVICE, service, round);
    }

    private static void with(String name, int maxRounds, Compiler compiler, Round round) throws Exception {
        double share = 1;
        for (int i = 0; share > BUSY_COMPILER && i < maxRounds; i++) {
            long compiled = compiler.millis();
            long start = System.nanoTime();
            Object speed = round.run();
            share = (compiler.millis() - compiled) / (double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            Progress.say("%s, warming up: %s, the compiler busy for %.0f %%", name, speed, 100 * share);
        }
    }
}
