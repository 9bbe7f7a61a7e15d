package io.entente.platform.audit;

/**
 * The last entry of a chain as an instance of the service has stored it.
 *
 * @param first the hash of the chain's first entry, by which a chain is told from a new one
 * @param sequence the place of the last entry
 * @param hash of the last entry
 */
public record ChainHead(String first, long sequence, String hash) {

    /** Whether the chain has been cut: it is the same chain, and this entry is no longer in it. */
    boolean isCutFrom(AuditLog log) {
        return isAt(log, 1, first) && !isAt(log, sequence, hash);
    }

    private static boolean isAt(AuditLog log, long sequence, String hash) {
        return log.at(sequence).filter(entry -> entry.hash().equals(hash)).isPresent();
    }
}
