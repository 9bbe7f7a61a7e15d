package io.entente.commission.commissions.payables;

import java.time.Instant;

/** Says how commission is taxed by the time at which it was earned, because an invoice has the terms of its own quarter. */
@FunctionalInterface
public interface PortionTaxes {

    /** @param earnedAt when the ledger recorded that the commission was earned */
    TaxTerms of(Instant earnedAt);
}
