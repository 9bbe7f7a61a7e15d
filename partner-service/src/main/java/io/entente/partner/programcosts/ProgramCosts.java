package io.entente.partner.programcosts;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Stores the costs of the program. Entries are only added. */
public interface ProgramCosts {

    /**
     * Adds an entry.
     *
     * @param receipt of the request; null if it isn't answered from a receipt
     * @return false if there is an entry with this id
     */
    boolean add(ProgramCost cost, @Nullable Receipt receipt);

    Optional<ProgramCost> find(String id);

    /** The receipt of the request that added the entry. */
    Optional<Receipt> receipt(String id);

    /** A page of the entries that a filter selects, in its order. */
    Page<ProgramCost> list(CostFilter filter, PageRequest page);

    /** The sums of the entries from one day to another, both included, by category and currency. */
    List<CostSum> sums(LocalDate from, LocalDate to);

    /** What a category has cost in one currency. */
    record CostSum(CostCategory category, Money sum) {}
}
