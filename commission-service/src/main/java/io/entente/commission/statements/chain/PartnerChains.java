package io.entente.commission.statements.chain;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;

/** The chains of all partners as statements read them. */
public final class PartnerChains {

    private final Ledger ledger;
    private final LineCauses causes;

    public PartnerChains(Ledger ledger, LineCauses causes) {
        this.ledger = ledger;
        this.causes = causes;
    }

    public PartnerChain of(PartnerId partner) {
        return new PartnerChain(ledger, causes, partner);
    }
}
