package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What partners can be paid, and what becomes of it: the ledger's side of payouts. Every step is a transaction on the
 * partner's chain and can be sent again: what is done is not done twice, what a crash left is completed.
 *
 * <p>Allocating is what decides: of two payouts that want the same commission one gets it. So a payout is what {@link
 * #allocate} answers, never what {@link #payable} showed.
 */
public interface Payables {

    /** Partners who may have something payable, each with a currency, in order. May name one who has nothing any more. */
    List<ReleaseIndex.Payee> payees(ReleaseIndex.@Nullable Payee after, int limit);

    /** How a partner stands in a currency, looking at what is payable by a day. */
    Claim payable(PartnerId partner, CurrencyUnit currency, LocalDate cutOff);

    /**
     * Freezes a payout: takes what is payable by a day, up to {@link PayoutEntry#MAX_ITEMS} portions, and nets what the
     * partner owes back. The same payout again gives the same, whatever has become payable meanwhile.
     *
     * @param payoutId unique for good; one that failed needs another
     * @return nothing where nothing is payable
     */
    Optional<PayoutEntry> allocate(
            String payoutId, PartnerId partner, CurrencyUnit currency, LocalDate cutOff, String actor);

    /** A payout as it was frozen, whatever became of it. */
    Optional<PayoutEntry> find(String payoutId);

    /**
     * It reached the partner.
     *
     * @throws IllegalStateException where it was never allocated, or has failed
     */
    void paid(String payoutId, String actor);

    /**
     * It didn't; its commissions are payable again and what was netted is owed again.
     *
     * @throws IllegalStateException where it was never allocated, or was paid
     */
    void failed(String payoutId, String reason, String actor);

    /**
     * It came back after it was paid; its commissions are payable again.
     *
     * @throws IllegalStateException where it wasn't paid
     */
    void returned(String payoutId, String reason, String actor);

    /**
     * What a partner could be paid in a currency.
     *
     * @param payable by the day, not kept back
     * @param held of what is payable by the day, kept back
     * @param owed by the partner, to be netted; may be more than is payable
     * @param commissions not kept back, with something payable by the day; {@link PayoutEntry#MAX_ITEMS} at most
     */
    record Claim(Money payable, Money held, Money owed, List<Commission> commissions) {

        /** What would go out; below zero where the partner owes more than it is owed. */
        public Money net() {
            return payable.minus(owed);
        }

        public List<CommissionId> ids() {
            return commissions.stream().map(Commission::id).toList();
        }
    }
}
