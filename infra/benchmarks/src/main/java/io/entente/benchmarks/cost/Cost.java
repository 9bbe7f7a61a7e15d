package io.entente.benchmarks.cost;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a service has spent since it started. The difference of two is the cost of what it did in between. Neither figure
 * depends on how busy the machine is, so they can be compared between runs.
 *
 * @param cpuNanos processor time of all its threads, its compiler and its garbage collector included
 * @param roundTrips commands that it sent to the store
 * @param beforeTheAnswer those of them that it sent on the thread of an HTTP request
 */
public record Cost(long cpuNanos, long roundTrips, long beforeTheAnswer) {

    public Cost minus(Cost earlier) {
        return new Cost(
                cpuNanos - earlier.cpuNanos,
                roundTrips - earlier.roundTrips,
                beforeTheAnswer - earlier.beforeTheAnswer);
    }

    /** Processor milliseconds for each of so many commands, such as {@code 1.84}. */
    public String cpuMillisPer(long commands) {
        return per(cpuNanos / (double) TimeUnit.MILLISECONDS.toNanos(1), commands);
    }

    public String roundTripsPer(long commands) {
        return per((double) roundTrips, commands);
    }

    public String beforeTheAnswerPer(long commands) {
        return per((double) beforeTheAnswer, commands);
    }

    private static String per(double total, long commands) {
        return commands == 0 ? "-" : String.format(Locale.ROOT, "%.2f", total / commands);
    }
}
