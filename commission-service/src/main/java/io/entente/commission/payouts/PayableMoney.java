package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The ledger as payouts need it. Each step is a transaction on the partner's chain, done once however often it is asked for, and
 * says which. What {@link #allocate} answers is the payout: of two that want the same commission one gets it.
 */
public interface PayableMoney {

    Standing standing(PartnerId partner, CurrencyUnit currency, LocalDate cutOff);

    /** Freezes what is payable by a day; empty where nothing is. The same payout again gives the same. */
    Optional<Allocation> allocate(
            PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff, String actor);

    /** What a payout froze before; empty where it never did. */
    Optional<Allocation> find(PayoutId payout);

    /** It reached the partner. */
    String paid(PayoutId payout, String actor);

    /** It didn't: what was frozen is payable again. */
    String failed(PayoutId payout, String reason, String actor);

    /** It came back after it was paid. */
    String returned(PayoutId payout, String reason, String actor);

    /**
     * What a payout is made of.
     *
     * @param gross of its commissions
     * @param netted of that, set off against what the partner owed back
     * @param commissions how many portions
     */
    record Allocation(Money gross, Money netted, int commissions) {

        /** What goes out. */
        public Money net() {
            return gross.minus(netted);
        }
    }
}
