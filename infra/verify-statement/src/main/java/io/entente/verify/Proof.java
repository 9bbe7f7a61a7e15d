package io.entente.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement with the section of the ledger that it was drawn up from.
 *
 * @param name the name of the file, for messages
 * @param statement the statement's own figures
 * @param before the place in the chain before the period
 * @param after the place at its end
 * @param entryBefore the last entry before the period; null if the chain begins in the period
 * @param entries of the period, in the order of the file
 */
record Proof(
        String name, Map<?, ?> statement, Place before, Place after, @Nullable Entry entryBefore, List<Entry> entries) {

    /** The format that this program reads. */
    static final String FORMAT = "entente.statement-proof/1";

    /** A place in a chain: the number and the hash of the entry there; number 0 and zeros before the first entry. */
    record Place(long number, String hash) {}

    /** The hash that the first entry of a chain names as the one before it. */
    static final String GENESIS = "0".repeat(64);

    String partnerId() {
        return Json.text(statement, "partnerId");
    }

    String currency() {
        return Json.text(statement, "currency");
    }

    String quarter() {
        return Json.text(statement, "quarter");
    }

    /** The last entry up to the end of the period; null if the chain is still empty. */
    @Nullable
    Entry last() {
        return entries.isEmpty() ? entryBefore : entries.get(entries.size() - 1);
    }
}
