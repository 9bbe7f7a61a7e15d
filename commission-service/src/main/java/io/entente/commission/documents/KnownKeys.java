package io.entente.commission.documents;

import com.mongodb.MongoBulkWriteException;

/** Inserts documents of which some may be stored already. */
public final class KnownKeys {

    private static final int DUPLICATE_KEY = 11_000;

    private KnownKeys() {}

    /** Runs an unordered bulk insert and ignores duplicate keys. Afterwards all documents are stored. */
    public static void ignored(Runnable insert) {
        try {
            insert.run();
        } catch (RuntimeException refused) {
            if (!isAllKnown(refused)) {
                throw refused;
            }
        }
    }

    private static boolean isAllKnown(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoBulkWriteException bulk) {
                return bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            }
        }
        return false;
    }
}
