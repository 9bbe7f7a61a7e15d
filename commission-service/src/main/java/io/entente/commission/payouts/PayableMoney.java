package io.entente.commission.payouts;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.commissions.payables.PortionTaxes;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The ledger as payouts need it. Each step is a transaction on the partner's chain that is booked once, however often it is
 * requested, and each method returns which one. The result of {@link #allocate} is the payout: if two payouts want the same
 * commission, one of them gets it.
 */
public interface PayableMoney {

    PayableBalance balance(PartnerId partner, CurrencyUnit currency, LocalDate cutOff);

    /** As {@link #balance(PartnerId, CurrencyUnit, LocalDate)}, with what the payout has taken already if a crash interrupted it. */
    PayableBalance balance(PayoutId payout, PartnerId partner, CurrencyUnit currency, LocalDate cutOff);

    /**
     * Allocates what is payable by a day; empty if nothing is. Allocating for the same payout again returns the same result.
     *
     * @param taxes how the commission is taxed
     */
    Optional<Allocation> allocate(
            PayoutId payout,
            PartnerId partner,
            CurrencyUnit currency,
            LocalDate cutOff,
            PortionTaxes taxes,
            String actor);

    /** The previous allocation of a payout; empty if there is none. */
    Optional<Allocation> find(PayoutId payout);

    /** The partner was paid. */
    String paid(PayoutId payout, String actor);

    /** The payment failed, and the allocated amount is payable again. */
    String failed(PayoutId payout, String reason, String actor);

    /** A person took the payout out of its batch, and the allocated amount is payable again. */
    String takenOut(PayoutId payout, String reason, String actor);

    /** The batch was cancelled before it was approved, and the allocated amount is payable again. */
    String cancelled(PayoutId payout, String reason, String actor);

    /** The allocated amount is not paid out by this batch after all, and is payable again. */
    String notPlanned(PayoutId payout, String reason, String actor);

    /**
     * The payment came back after it had been paid.
     *
     * @param round number of corrections before
     */
    String returned(PayoutId payout, int round, String reason, String actor);

    /**
     * Why a payout that failed or came back can't be booked as paid any more; empty if it can.
     *
     * @param round number that the correction would have, from 1
     */
    Optional<String> obstacleToPaid(PayoutId payout, int round);

    /**
     * The partner was paid, although the payout was booked as failed or returned.
     *
     * @param round number of this correction, from 1
     * @param why the reason for the correction
     * @param by who asked for it and who confirmed it
     * @return rejected if other payouts have taken the money in the meantime
     */
    Decision<String> correctedToPaid(PayoutId payout, int round, String why, String by, String actor);

    /** The partner was not paid, although the payout was booked as paid. The amount is payable again. */
    String correctedToFailed(PayoutId payout, int round, String why, String by, String actor);

    /**
     * The amounts of a payout.
     *
     * @param gross the sum of its commissions
     * @param netted the part of it that was set off against what the partner owed
     * @param commissions the number of portions
     * @param tax that is paid or kept back with it
     */
    record Allocation(Money gross, Money netted, int commissions, PayoutTax tax) {

        /** Creates the amounts of a payout of the commission alone. */
        public Allocation(Money gross, Money netted, int commissions) {
            this(gross, netted, commissions, PayoutTax.none(gross.getCurrencyUnit()));
        }

        /** The commission that is paid. */
        public Money net() {
            return gross.minus(netted);
        }

        /** The amount to transfer. */
        public Money paid() {
            return tax.paid(net());
        }
    }
}
