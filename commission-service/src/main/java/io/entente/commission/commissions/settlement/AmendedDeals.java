package io.entente.commission.commissions.settlement;

import java.util.Collection;

/** Applies what became of deals after they were closed. The feature that prices deals implements it. */
public interface AmendedDeals {

    /** Applies the stored corrections and reversals of deals. Repeating it changes nothing. */
    void apply(Collection<String> dealIds);
}
