package io.entente.notification.messages;

/** How an event came to be published. Only live events are announced. */
public enum Origin {
    /** Recorded when it happened. */
    LIVE,
    /** Imported history. */
    IMPORT,
    /** Published again to rebuild a reader. */
    REPLAY
}
