package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads transactions by their causes, or by their places in the chains. */
public interface Transactions {

    /** Those of these causes that are in the ledger, in no particular order. */
    List<LedgerTransaction> find(Collection<String> causes);

    /** Which of these causes are in the ledger. */
    Set<String> existing(Collection<String> causes);

    /** Up to {@code limit} transactions of a chain from a number on, in order. */
    List<LedgerTransaction> block(PartnerId partner, long from, int limit);

    /** The number at which a page of a partner's chain starts. */
    long firstOf(PartnerId partner, PageRequest page);

    /** The number of the first transaction written at or after a moment; one past the end if there is none. */
    long firstAt(PartnerId partner, Instant moment);

    /**
     * Up to {@code limit} transactions of all partners, by partner, then by number.
     *
     * @param kinds only these
     * @param after the last one seen; absent at the start
     */
    List<LedgerTransaction> ofKinds(Set<TransactionKind> kinds, @Nullable String after, int limit);

    /**
     * A chain's transactions that concern one client's deals, in order. Costs as many as there are between the two numbers.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    List<LedgerTransaction> ofClient(PartnerId partner, String clientKey, long after, long upTo);

    /** Hands over all partners who have a chain, in order. Costs the number of partners, not of their transactions. */
    void partners(Consumer<PartnerId> reader);
}
