package io.entente.commission.statements.chain;

import org.jspecify.annotations.Nullable;

/**
 * The section of a partner's chain that a statement covers. Since the chain is never edited, the section never changes, and
 * the statement doesn't need to store its lines.
 *
 * @param first the number of its first transaction; one more than {@code last} if it is empty
 * @param last the number of its last transaction, or of the last one before the quarter if it is empty
 * @param lastHash the hash of the last transaction, which seals every line of the statement
 * @param hashBefore the hash of the transaction before the first one; null on early statements
 */
public record Span(long first, long last, String lastHash, @Nullable String hashBefore) {

    public boolean contains(long number) {
        return number >= first && number <= last;
    }

    /** Returns the part of this section with these numbers. */
    public Span part(long from, long to) {
        return new Span(from, to, lastHash, hashBefore);
    }
}
