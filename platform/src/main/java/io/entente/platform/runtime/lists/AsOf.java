package io.entente.platform.runtime.lists;

import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;

/**
 * The instant as at which a list is sorted.
 *
 * @param isLongAgo whether keys of that instant may have been forgotten
 */
record AsOf(Instant instant, boolean isLongAgo) {

    /** All keys of later writes are at least this. */
    String next() {
        return SortKey.start(instant.plusMillis(1));
    }
}
