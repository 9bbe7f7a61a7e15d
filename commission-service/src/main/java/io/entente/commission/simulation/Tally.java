package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sums of one partner in one currency. */
final class Tally {

    private long deals;
    private long repriced;
    private Money accrued;
    private Money simulated;

    Tally(CurrencyUnit currency) {
        this.accrued = Money.zero(currency);
        this.simulated = Money.zero(currency);
    }

    void deal(Money earned, Money wouldEarn, boolean byDraft) {
        deals++;
        repriced += byDraft ? 1 : 0;
        accrued(earned);
        simulated(wouldEarn);
    }

    void accrued(Money amount) {
        accrued = accrued.plus(amount);
    }

    void simulated(Money amount) {
        simulated = simulated.plus(amount);
    }

    Comparison compared(PartnerId partner) {
        return new Comparison(partner, deals, repriced, accrued, simulated);
    }
}
