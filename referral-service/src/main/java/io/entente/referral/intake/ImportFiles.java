package io.entente.referral.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.BiPredicate;

/**
 * Stores the bytes of uploaded files until their import is finished, so that a killed service continues after its restart.
 */
public interface ImportFiles {

    void store(String fileId, String importId, InputStream content, Instant now) throws IOException;

    /** Reads a file in pieces. */
    InputStream open(String fileId);

    void delete(String fileId);

    /**
     * Deletes files that a crash left before their import was stored.
     *
     * @param isInUse decides whether a file and an import, given by their ids, belong together
     */
    void deleteOrphans(Instant storedBefore, BiPredicate<String, String> isInUse);
}
