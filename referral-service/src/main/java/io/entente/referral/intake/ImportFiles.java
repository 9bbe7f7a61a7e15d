package io.entente.referral.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.BiPredicate;

/** The bytes of uploaded files, kept until their import is finished: a killed service goes on after its restart. */
public interface ImportFiles {

    void store(String fileId, String importId, InputStream content, Instant now) throws IOException;

    /** Reads a file piece by piece. */
    InputStream open(String fileId);

    void delete(String fileId);

    /**
     * Deletes files that a crash left before their import was stored.
     *
     * @param isInUse says of a file's id and its import's id whether they belong together
     */
    void deleteOrphans(Instant storedBefore, BiPredicate<String, String> isInUse);
}
