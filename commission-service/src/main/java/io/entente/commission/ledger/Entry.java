package io.entente.commission.ledger;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written to a partner's chain. Its cause names the one transaction that it may become, so that the same entry
 * again changes nothing.
 */
public interface Entry {

    /** Whose chain. */
    PartnerId partnerId();

    TransactionKind kind();

    /** Unique in the whole ledger. */
    String cause();

    /** Balanced, maybe none: not everything on record moves money. */
    List<LedgerLine> lines();

    /** What rules ask of the partner's history, with this entry. */
    Counters counted(Counters before);

    /** How it came about, one plain sentence per step, with every figure. */
    List<String> explanation();

    /** The deal whose commission it concerns; empty if it concerns no single deal. */
    Optional<CreditedDeal> creditedDeal();

    /** The same with one more step explained. */
    Entry explainedFurther(Step step);

    /** A list of steps with one more. */
    static List<String> with(List<String> steps, String step) {
        List<String> all = new ArrayList<>(steps);
        all.add(step);
        return List.copyOf(all);
    }
}
