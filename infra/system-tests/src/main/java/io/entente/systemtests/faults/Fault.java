package io.entente.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops the process at the n-th passage of a point. It writes a file and from then on holds every thread that reaches any point, as if
 * the process stood still. The test waits for the file and then kills the process.
 */
final class Fault {

    private final FaultPoint point;
    private final int passage;
    private final Path marker;
    private final AtomicInteger passages = new AtomicInteger();
    private volatile boolean struck;

    /** @param passage the passage at which to stop, from 1 */
    Fault(FaultPoint point, int passage, Path marker) {
        this.point = point;
        this.passage = passage;
        this.marker = marker;
    }

    /** Returns at once, or never if the process stands still. */
    void pass(FaultPoint passed) {
        if (strikes(passed)) {
            standStill();
        }
    }

    /** Whether the process stands still at this passage. Writes the file when it begins to. */
    boolean strikes(FaultPoint passed) {
        if (passed == point && passages.incrementAndGet() == passage) {
            struck = true;
            try {
                Files.writeString(marker, point.name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return struck;
    }

    private static void standStill() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // Only the kill ends this wait.
            }
        }
    }
}
