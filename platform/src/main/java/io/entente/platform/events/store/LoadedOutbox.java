package io.entente.platform.events.store;

import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxFullException;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.PendingOutbox;
import io.entente.platform.events.outbox.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of an aggregate that was loaded in order to be changed. Between the read and the write, and between the write and
 * the publication, the relay may get acknowledgements for records of this outbox. Those records must be neither written nor
 * published again.
 */
final class LoadedOutbox {

    /** How long a write to a full outbox waits for acknowledgements. If the broker is away, the write fails at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OutboxRelay relay;
    private final String collection;
    private final String documentId;
    private final @Nullable Outbox read;
    private final Publication beforeRead;
    private Publication beforeWrite = Publication.NONE;

    /** @param beforeRead the publication that was running before the document was read */
    LoadedOutbox(
            OutboxRelay relay, String collection, String documentId, @Nullable Outbox read, Publication beforeRead) {
        this.relay = relay;
        this.collection = collection;
        this.documentId = documentId;
        this.read = read;
        this.beforeRead = beforeRead;
    }

    /**
     * The outbox to write. If it is full but records are on their way, this waits until they are acknowledged.
     *
     * @throws OutboxFullException if the outbox stays full
     */
    @Nullable
    Outbox with(List<OutboxRecord> added, long version, Instant now) {
        beforeWrite = relay.publication(collection, documentId);
        try {
            return Outbox.after(unacknowledged(read), version, now, added);
        } catch (OutboxFullException full) {
            if (!awaitAcknowledgements()) {
                throw full;
            }
            return Outbox.after(unacknowledged(read), version, now, added);
        }
    }

    /** Hands over what was written to the relay. */
    CompletableFuture<Void> publish(@Nullable Outbox written) {
        Outbox waiting = unacknowledged(written);
        return waiting == null
                ? CompletableFuture.completedFuture(null)
                : relay.offer(new PendingOutbox(collection, documentId, waiting));
    }

    private @Nullable Outbox unacknowledged(@Nullable Outbox outbox) {
        return outbox == null
                ? null
                : outbox.withoutUpTo(Math.max(beforeRead.acknowledgedVersion(), beforeWrite.acknowledgedVersion()));
    }

    private boolean awaitAcknowledgements() {
        try {
            beforeWrite.acknowledgedAsOfNow().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
