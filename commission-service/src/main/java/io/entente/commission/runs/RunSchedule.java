package io.entente.commission.runs;

/** Decides when the {@link RunWorker} works. */
public interface RunSchedule {

    /** Lets the worker look for runs now, or once more if it is working. */
    void runSoon();

    /** Whether the service stops, so that the worker should release its run. */
    boolean isStopping();
}
