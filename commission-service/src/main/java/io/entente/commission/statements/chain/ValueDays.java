package io.entente.commission.statements.chain;

import io.entente.commission.ledger.LedgerTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Finds the days on which transactions count, if these are other days than those on which they were booked. */
public interface ValueDays {

    /**
     * Returns the days of value by the numbers of the transactions. A transaction that counts on the day of its booking is left out.
     *
     * @param block some transactions of one chain
     */
    Map<Long, LocalDate> of(List<LedgerTransaction> block);
}
