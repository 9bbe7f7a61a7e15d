package io.entente.commission.statements.chain;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;

/** The chains of all partners as statements read them. */
public final class PartnerChains {

    private final Ledger ledger;
    private final ValueDays days;

    public PartnerChains(Ledger ledger, ValueDays days) {
        this.ledger = ledger;
        this.days = days;
    }

    public PartnerChain of(PartnerId partner) {
        return new PartnerChain(ledger, days, partner);
    }
}
