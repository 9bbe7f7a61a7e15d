package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.ReleaseIndex;
import io.entente.commission.commissions.payables.Paying.Ending;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Says what partners can be paid and records what becomes of a payout. Each step writes transactions to the
 * partner's chain. Repeating a step completes it after a crash and changes nothing otherwise.
 *
 * <p>Allocation decides: if two payouts want the same commission, one of them gets it. A payout therefore consists
 * of what {@link #allocate} returns, which can differ from what {@link #payable} has shown.
 */
public interface Payables {

    /**
     * Returns partners that may have something payable, each with a currency, in order. It can include partners that
     * no longer have anything payable.
     */
    List<ReleaseIndex.Payee> payees(ReleaseIndex.@Nullable Payee after, int limit);

    /** Returns what a partner could be paid in a currency, counting what is payable by a day. */
    default Amounts payable(PartnerId partner, CurrencyUnit currency, LocalDate cutOff) {
        return payable(partner, currency, cutOff, null);
    }

    /**
     * Returns what a partner could be paid in a currency.
     *
     * @param payoutId a payout whose allocation a crash may have interrupted: what it has taken already counts as payable
     */
    Amounts payable(PartnerId partner, CurrencyUnit currency, LocalDate cutOff, @Nullable String payoutId);

    /**
     * Freezes a payout. It takes what is payable by a day, up to {@link PayoutEntry#MAX_ITEMS} portions, and nets
     * what the partner owes back. Allocating the same payout again returns the same result, even if more has become
     * payable in the meantime.
     *
     * @param payoutId can be used once only; a payout that replaces a failed one needs a new id
     * @param taxes how the commission that is paid is taxed
     * @return empty if nothing is payable
     */
    Optional<PayoutEntry> allocate(
            String payoutId,
            PartnerId partner,
            CurrencyUnit currency,
            LocalDate cutOff,
            PortionTaxes taxes,
            String actor);

    /** Freezes a payout of the commission alone. */
    default Optional<PayoutEntry> allocate(
            String payoutId, PartnerId partner, CurrencyUnit currency, LocalDate cutOff, String actor) {
        return allocate(payoutId, partner, currency, cutOff, TaxTerms.NONE, actor);
    }

    /** Finds a payout with the content with which it was frozen. */
    Optional<PayoutEntry> find(String payoutId);

    /**
     * Records that a payout reached the partner.
     *
     * @throws IllegalStateException if it was never allocated or has failed
     */
    void paid(String payoutId, String actor);

    /**
     * Records that a payout does not reach the partner. Its commissions are payable again, and what it netted is owed again.
     *
     * @throws IllegalStateException if it was never allocated or was paid
     */
    void failed(String payoutId, Ending ending, String reason, String actor);

    /** Records that the bank could not pay a payout. */
    default void failed(String payoutId, String reason, String actor) {
        failed(payoutId, Ending.FAILED, reason, actor);
    }

    /**
     * Records that a payout was returned after it was paid. Its commissions are payable again.
     *
     * @param round number of corrections of its outcome before
     * @throws IllegalStateException if it was not paid
     */
    void returned(String payoutId, int round, String reason, String actor);

    /**
     * What a partner could be paid in a currency.
     *
     * @param payable payable by the day and not on hold
     * @param held payable by the day but on hold
     * @param owed what the partner owes back, which is netted; can be more than is payable
     * @param commissions commissions that are not on hold and have something payable by the day; at most
     * {@link PayoutEntry#MAX_ITEMS}
     * @param begun whether the payout has taken some of it already
     */
    record Amounts(Money payable, Money held, Money owed, List<Commission> commissions, boolean begun) {

        /** The amount that would be paid; below zero if the partner owes more than it is owed. */
        public Money net() {
            return payable.minus(owed);
        }

        public List<CommissionId> ids() {
            return commissions.stream().map(Commission::id).toList();
        }
    }
}
