package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads transactions by their causes or by their places in the chains. */
public interface Transactions {

    /**
     * Finds the transactions of these causes, in no particular order. Causes that are not in the ledger are left
     * out.
     */
    List<LedgerTransaction> find(Collection<String> causes);

    /** Returns those of these causes that are in the ledger. */
    Set<String> existing(Collection<String> causes);

    /** Returns up to {@code limit} transactions of a chain in order, starting at a number. */
    List<LedgerTransaction> block(PartnerId partner, long from, int limit);

    /** Returns the number of the first transaction on a page of a partner's chain. */
    long firstOf(PartnerId partner, PageRequest page);

    /**
     * Returns the number of the first transaction written at or after an instant. If there is none, returns the
     * number that the next transaction will get.
     */
    long firstAt(PartnerId partner, Instant moment);

    /**
     * Returns up to {@code limit} transactions of all partners, sorted by partner, then by number.
     *
     * @param kinds the kinds to return
     * @param after id of the last transaction that was read; null at the start
     */
    List<LedgerTransaction> ofKinds(Set<TransactionKind> kinds, @Nullable String after, int limit);

    /**
     * Returns the transactions of a chain that concern the deals of one client, in order. The cost grows with the
     * transactions between the two numbers.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    List<LedgerTransaction> ofClient(PartnerId partner, String clientKey, long after, long upTo);

    /**
     * Passes every partner that has a chain to the reader, in order. The cost grows with the number of partners, not
     * of their transactions.
     */
    void partners(Consumer<PartnerId> reader);
}
