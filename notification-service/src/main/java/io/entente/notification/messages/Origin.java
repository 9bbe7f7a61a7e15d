package io.entente.notification.messages;

/** Whether an event happened as it was recorded. Only then is it news to anybody. */
public enum Origin {
    LIVE,
    /** History taken over. */
    IMPORT,
    /** Published again to rebuild a reader. */
    REPLAY
}
