package io.entente.referral.intake;

import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.LeaseLostException;
import io.entente.platform.runtime.lease.Leased;
import io.entente.referral.intake.rows.OnBehalf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs imports, one after the other in an instance, so that files are imported in the order in which they were sent. If the store
 * or the broker is away, the import is released and continues with a later run. If the instance dies, the lease expires and
 * another instance continues.
 */
public final class Importer {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    /** The pause before an import that could not go on is tried again. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Duration ORPHANED_AFTER = Duration.ofHours(1);

    /** The maximum number of imports whose rejected rows one run deletes. */
    private static final int CLEARED_AT_ONCE = 100;

    private final Intake intake;
    private final OnBehalf onBehalf;
    private final Predicate<RuntimeException> isTransient;
    private volatile boolean stopping;

    /**
     * @param onBehalf makes the import the cause of what its rows change
     * @param isTransient whether a failure passes by itself, because the store or the broker is away
     */
    public Importer(Intake intake, OnBehalf onBehalf, Predicate<RuntimeException> isTransient) {
        this.intake = intake;
        this.onBehalf = onBehalf;
        this.isTransient = isTransient;
    }

    /** Runs all imports that are free, until none is left or the service stops. */
    public void runWaiting() {
        while (!stopping) {
            Optional<Leased<Import>> next = intake.imports().acquireNext();
            if (next.isEmpty()) {
                return;
            }
            run(next.get().item(), next.get().lease());
        }
    }

    /** Ends the current run after the wave of rows that it is working on. The import continues with the next start. */
    public void stop() {
        stopping = true;
    }

    private void run(Import acquired, Lease lease) {
        try {
            Optional<Instant> continueAt =
                    new ImportRun(acquired, lease, intake, onBehalf, isTransient, () -> stopping).run();
            continueAt.ifPresent(time -> intake.imports().release(lease, time));
        } catch (LeaseLostException lost) {
            LOG.warn("Import {} is left to another instance: {}", acquired.id(), lost.getMessage());
        } catch (RuntimeException failure) {
            if (stopping || isTransient.test(failure)) {
                LOG.warn("Import {} continues later: {}", acquired.id(), failure.toString());
                intake.imports().release(lease, intake.clock().instant().plus(RETRY_AFTER));
            } else {
                LOG.error("Import {} failed and is tried again when its lease has expired", acquired.id(), failure);
            }
        }
    }

    /** Deletes files that belong to no import, and rejected rows that have been kept long enough. */
    public void deleteExpired() {
        Instant now = intake.clock().instant();
        intake.files().deleteOrphans(now.minus(ORPHANED_AFTER), this::isInUse);
        Instant before = now.minus(intake.settings().keepRejects());
        for (String id : intake.imports().withRejectsFinishedBefore(before, CLEARED_AT_ONCE)) {
            intake.rows().clearRejected(id);
            intake.imports().rejectsCleared(id);
        }
    }

    private boolean isInUse(String fileId, String importId) {
        return intake.imports()
                .find(importId)
                .filter(found -> found.status() == Import.Status.RUNNING
                        && found.fileId().equals(fileId))
                .isPresent();
    }
}
