package io.entente.platform.secrets.mongo;

import io.entente.platform.secrets.PlainText;
import io.entente.platform.secrets.SealedCollection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows in which collections all declared fields are encrypted, so that a plain text in one of them is a forgery. */
public final class EncryptedCollections {

    private final PlainText accepted;
    private final Set<String> complete = ConcurrentHashMap.newKeySet();

    public EncryptedCollections(PlainText accepted) {
        this.accepted = accepted;
    }

    /** Whether documents from before fields were encrypted may exist. */
    boolean mayHaveOldDocuments() {
        return accepted != PlainText.NEVER;
    }

    boolean refusePlainText(SealedCollection collection) {
        return switch (accepted) {
            case UNTIL_ENCRYPTED -> complete.contains(collection.name());
            case NEVER -> true;
            case ALWAYS -> false;
        };
    }

    void mark(SealedCollection collection, boolean isComplete) {
        if (isComplete) {
            complete.add(collection.name());
        } else {
            complete.remove(collection.name());
        }
    }
}
