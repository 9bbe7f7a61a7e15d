package io.entente.referral.disputes;

import java.time.Instant;
import java.util.Map;

/** Computes the hashes of items. */
public interface ItemHashes {

    /**
     * The SHA-256 of the JSON object {@code {at, content, id, kind}} in UTF-8, with sorted names and without white space (RFC 8785),
     * as hexadecimal digits.
     */
    String of(String kind, String id, Instant at, Map<String, Object> content);

    /** The SHA-256 of a text in UTF-8, as hexadecimal digits. */
    String of(String text);
}
