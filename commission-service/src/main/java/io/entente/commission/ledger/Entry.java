package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that will be written to a partner's chain. Its cause identifies the one transaction that it may become,
 * so adding the same entry again changes nothing.
 */
public interface Entry {

    /** The partner whose chain the entry is written to. */
    PartnerId partnerId();

    TransactionKind kind();

    /** Identifies the entry in the whole ledger. */
    String cause();

    /** The balanced lines of the entry. Empty if the entry moves no money. */
    List<LedgerLine> lines();

    /** Returns the partner's counters with this entry included. */
    Counters counted(Counters before);

    /** Explains how the entry came about: one sentence per step, with every figure. */
    List<String> explanation();

    /** The deal whose commission the entry concerns; empty if it concerns no single deal. */
    Optional<CreditedDeal> creditedDeal();

    /** Returns this entry with one more step in its explanation. */
    Entry explainedFurther(Step step);

    /** Returns a list of steps with one more step at its end. */
    static List<String> with(List<String> steps, String step) {
        List<String> all = new ArrayList<>(steps);
        all.add(step);
        return List.copyOf(all);
    }
}
