package io.entente.platform.events.outbox;

/**
 * An outbox whose records wait to be published.
 *
 * @param documentId the {@code _id} of the aggregate's document, which holds the outbox
 */
public record PendingOutbox(String collection, String documentId, Outbox outbox) {

    Flight.Key key() {
        return new Flight.Key(collection, documentId);
    }
}
