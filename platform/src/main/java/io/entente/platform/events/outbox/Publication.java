package io.entente.platform.events.outbox;

import java.util.concurrent.CompletableFuture;

/** How far an instance has come with publishing the records of one aggregate. */
public interface Publication {

    /** Nothing of the aggregate is being published. */
    Publication NONE = new Publication() {
        @Override
        public long acknowledgedVersion() {
            return 0;
        }

        @Override
        public CompletableFuture<Void> acknowledgedAsOfNow() {
            return CompletableFuture.completedFuture(null);
        }
    };

    /** The records up to this version of the document are acknowledged; 0 if none is known to be. */
    long acknowledgedVersion();

    /**
     * Completes when the records that are being published at this moment are acknowledged; exceptionally if one of them can't
     * be published.
     */
    CompletableFuture<Void> acknowledgedAsOfNow();
}
