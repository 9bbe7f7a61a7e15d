package io.entente.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops at the n-th passage of one point, says so by writing a file, and from then on holds every thread that comes by any
 * point, as if the process stood still. The test that waits for the file then kills the process.
 */
final class Fault {

    private final FaultPoint point;
    private final int passage;
    private final Path marker;
    private final AtomicInteger passages = new AtomicInteger();
    private volatile boolean struck;

    /** @param passage 1 stops at the first */
    Fault(FaultPoint point, int passage, Path marker) {
        this.point = point;
        this.passage = passage;
        this.marker = marker;
    }

    /** Returns at once, or never. */
    void pass(FaultPoint passed) {
        if (strikes(passed)) {
            standStill();
        }
    }

    /** Whether the process stands still at this passage; says so in the file at the first. */
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
                // Only the kill ends this.
            }
        }
    }
}
